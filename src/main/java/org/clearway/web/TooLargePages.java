// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.Map;
import java.util.Optional;
import org.clearway.access.Deed;
import org.clearway.language.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Says to somebody what {@link SizeFilter} turned away.
@Controller
final class TooLargePages {
    /// @param sent in KB; empty where whoever sent it did not say beforehand
    /// @throws Problem `web.too-large`, `web.length-not-told`
    @Needs(Deed.READ_PUBLISHED)
    @GetMapping("/too-large")
    ModelAndView tooLarge(@RequestParam Optional<Long> sent, @RequestParam Optional<String> file) {
        long length = sent.orElseThrow(() -> Problem.of("web.length-not-told"));
        throw new Problem(
                "web.too-large",
                Map.of(
                        "sent", String.valueOf(length),
                        "most", String.valueOf(SizeFilter.most(file.isPresent()).toKilobytes())));
    }
}
