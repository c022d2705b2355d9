// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.Rfc6265CookieProcessor;

/// The cookie that a session goes by. Over HTTPS its name begins with `__Host-`, which browsers
/// take from this very host alone, and only marked Secure, so that nobody in the network can put
/// one in its place. Without HTTPS, on this machine, browsers would refuse that name.
final class SessionCookie extends Rfc6265CookieProcessor {
    static final String SECURE_PREFIX = "__Host-";

    /// What a cookie is called that must not count.
    static final String IGNORED = "clearway-ignored";

    private final String name;

    /// @param name of the cookie at the entrance for this machine
    SessionCookie(String name) {
        this.name = name;
        setSameSiteCookies("strict");
    }

    @Override
    public String generateHeader(Cookie cookie, HttpServletRequest request) {
        String header = super.generateHeader(cookie, request);
        return request.isSecure() && cookie.getName().equals(name) ? SECURE_PREFIX + header : header;
    }
}
