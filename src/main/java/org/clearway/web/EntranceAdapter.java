// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.CoyoteAdapter;
import org.apache.catalina.connector.Request;
import org.apache.tomcat.util.http.ServerCookie;
import org.apache.tomcat.util.http.ServerCookies;

/// Marks each request with the entrance it came by, and sees to it that a session goes by the
/// cookie of that entrance alone: cookies know no ports, and what was sent in the clear must not
/// count over HTTPS.
final class EntranceAdapter extends CoyoteAdapter {
    private final Entrance entrance;
    private final String session;

    /// @param session what the cookie of sessions is called at the entrance for this machine
    EntranceAdapter(Connector connector, Entrance entrance, String session) {
        super(connector);
        this.entrance = entrance;
        this.session = session;
    }

    @Override
    public void service(org.apache.coyote.Request request, org.apache.coyote.Response response) throws Exception {
        request.setAttribute(Entrance.class.getName(), entrance);
        super.service(request, response);
    }

    @Override
    protected void parseSessionCookiesId(Request request) {
        ServerCookies cookies = request.getServerCookies();
        for (int i = 0; i < cookies.getCookieCount(); i++) {
            ServerCookie cookie = cookies.getCookie(i);
            if (cookie.getName().equals(session)) {
                cookie.getName().setString(SessionCookie.IGNORED);
            } else if (entrance == Entrance.NETWORK && cookie.getName().equals(SessionCookie.SECURE_PREFIX + session)) {
                cookie.getName().setString(session);
            }
        }
        super.parseSessionCookiesId(request);
    }
}
