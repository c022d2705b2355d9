// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import jakarta.servlet.http.HttpServletRequest;
import org.clearway.access.Deed;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The door. The form itself is taken by Spring Security, which asks the {@link SignInDesk}.
@Controller
final class SignInPages {
    @Needs(Deed.READ_PUBLISHED)
    @GetMapping("/sign-in")
    ModelAndView signIn(HttpServletRequest request) {
        String notice = "";
        for (String known : new String[] {"out", "idle", "ended", "pin", "lost"}) {
            if (request.getParameter(known) != null) notice = "web.sign-in." + known;
        }
        return page("", notice, 0);
    }

    /// Where the {@link SignInDesk} forwards an attempt that failed.
    @Needs(Deed.READ_PUBLISHED)
    @PostMapping(SignInDesk.REFUSED)
    ModelAndView refused(HttpServletRequest request) {
        Object refusal = request.getAttribute(AuthenticationException.class.getName());
        String typed = request.getParameter("account");
        String account = typed == null ? "" : typed;
        ModelAndView page = switch (refusal) {
            case SignInDesk.TooSoon wait -> page(account, "", wait.seconds());
            case SignInDesk.RunOut over -> page(account, "accounts.sign-in.run-out", 0);
            case null, default -> page(account, "web.sign-in.refused", 0);
        };
        page.setStatus(refusal instanceof SignInDesk.TooSoon ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNAUTHORIZED);
        return page;
    }

    /// Asked by a page whose visitor wants to stay signed in.
    @Needs(value = Deed.READ_PUBLISHED, signedIn = true, withStartPassword = true)
    @GetMapping("/still-here")
    ResponseEntity<Void> stillHere() {
        return ResponseEntity.noContent().build();
    }

    private static ModelAndView page(String account, String notice, long wait) {
        return new ModelAndView("sign-in")
                .addObject("account", account)
                .addObject("notice", notice)
                .addObject("wait", wait);
    }
}
