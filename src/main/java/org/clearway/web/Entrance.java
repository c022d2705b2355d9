// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import jakarta.servlet.http.HttpServletRequest;

/// By which of its doors a request came into the program.
enum Entrance {
    /// From this very machine, without HTTPS: nobody is in between.
    ITSELF,

    /// From anywhere, over HTTPS.
    NETWORK,

    /// From anywhere, in the clear: only to learn how to trust this node.
    ENROLMENT;

    static Entrance of(HttpServletRequest request) {
        return request.getAttribute(Entrance.class.getName()) instanceof Entrance entrance ? entrance : ITSELF;
    }
}
