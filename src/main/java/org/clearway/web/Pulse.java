// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import jakarta.servlet.http.HttpServletRequest;

/// Requests that a page makes by itself, to show what has changed meanwhile. They say nothing of
/// whether somebody is there, and so do not keep a session from ending.
final class Pulse {
    /// Where pieces of pages are that look again by themselves.
    static final String PREFIX = "/pulse/";

    /// The question of a page that loads itself again where there is no JavaScript.
    static final String QUESTION = "pulse";

    private Pulse() {}

    static boolean is(HttpServletRequest request) {
        return request.getRequestURI().startsWith(PREFIX) || request.getParameter(QUESTION) != null;
    }
}
