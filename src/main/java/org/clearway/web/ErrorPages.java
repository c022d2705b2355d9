// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.clearway.access.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The page for what failed before any handler was reached: no such page, a form too old.
@Controller
final class ErrorPages implements ErrorController {
    private final Troubles troubles;

    ErrorPages(Troubles troubles) {
        this.troubles = troubles;
    }

    @Needs(Deed.READ_PUBLISHED)
    @RequestMapping("/error")
    @Nullable
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) {
        // A part of a file has left already: nothing may follow it that looks like its end.
        if (response.isCommitted()) return null;
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return troubles.status(request, HttpStatusCode.valueOf(status instanceof Integer number ? number : 404));
    }
}
