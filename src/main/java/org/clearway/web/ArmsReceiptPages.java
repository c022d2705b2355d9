// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.List;
import java.util.Map;
import org.clearway.access.Deed;
import org.clearway.arms.HandoverFigures;
import org.clearway.arms.HandoverFigures.Figure;
import org.clearway.arms.HandoverFigures.Sum;
import org.clearway.arms.ReceiptCheck;
import org.clearway.arms.Weapons;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// What of the weapons desk others may ask: whether a receipt is genuine, and the figures that may be published.
/// Neither
/// leaves anything behind.
@Controller
final class ArmsReceiptPages {
    /// How many weeks a page shows.
    private static final int WEEKS = 8;

    private final Weapons weapons;

    ArmsReceiptPages(Weapons weapons) {
        this.weapons = weapons;
    }

    @Needs(Deed.CHECK_ARMS_RECEIPT)
    @GetMapping("/arms/receipts")
    ModelAndView ask(Form form) {
        return page(form, "", false);
    }

    @Needs(Deed.CHECK_ARMS_RECEIPT)
    @PostMapping("/arms/receipts")
    ModelAndView check(Visit visit, Form form) {
        Words words = visit.words();
        ReceiptCheck check = weapons.check(visit.actor(), form.text("number"), form.text("code"));
        return switch (check) {
            case ReceiptCheck.Genuine genuine ->
                page(
                        form,
                        words.say(
                                genuine.over() ? "web.arms.receipt.over" : "web.arms.receipt.genuine",
                                genuine.over()
                                        ? Map.of(
                                                "count", genuine.items(),
                                                "day", words.day(genuine.day()),
                                                "until", words.day(genuine.validUntil()))
                                        : Map.of("count", genuine.items(), "day", words.day(genuine.day()))),
                        true);
            case ReceiptCheck.NotOurs() -> page(form, words.say("web.arms.receipt.not-ours"), false);
        };
    }

    private static ModelAndView page(Form form, String answer, boolean genuine) {
        return new ModelAndView("arms/receipts")
                .addObject("form", form)
                .addObject("answer", answer)
                .addObject("genuine", genuine);
    }

    @Needs(Deed.READ_ARMS_FIGURES)
    @GetMapping("/arms/figures")
    ModelAndView figures(Visit visit) {
        Words words = visit.words();
        HandoverFigures figures = weapons.figures(visit.actor());
        int from = Math.max(0, figures.weeks().size() - WEEKS);
        return new ModelAndView("arms/figures")
                .addObject(
                        "weeks",
                        figures.weeks().subList(from, figures.weeks().size()).stream()
                                .map(words::day)
                                .toList())
                .addObject(
                        "rows",
                        figures.rows().stream()
                                .map(row -> new Row(
                                        ArmsPages.name(row.what(), words),
                                        row
                                                .figures()
                                                .subList(from, row.figures().size())
                                                .stream()
                                                .map(figure -> told(figure, words))
                                                .toList(),
                                        told(row.all(), words)))
                                .toList())
                .addObject(
                        "sums",
                        figures.byWeek().subList(from, figures.byWeek().size()).stream()
                                .map(sum -> told(sum, words))
                                .toList())
                .addObject("all", told(figures.all(), words));
    }

    private static String told(Figure figure, Words words) {
        return switch (figure) {
            case Figure.Exactly(long number) -> words.number(number);
            case Figure.Few() -> words.say("web.arms.figures.few");
        };
    }

    private static String told(Sum sum, Words words) {
        return sum.andFew() ? words.say("web.arms.figures.and-few", "told", sum.told()) : words.number(sum.told());
    }

    record Row(String what, List<String> figures, String all) {}
}
