// SPDX-License-Identifier: Apache-2.0
package org.clearway.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.journal.ActId;
import org.clearway.journal.Chapter;
import org.clearway.journal.Draft;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Rule;
import org.clearway.journal.Tracing;
import org.clearway.language.Language;
import org.clearway.language.Problem;
import org.clearway.paper.PaperEntries.ReadOffSheet;
import org.clearway.paper.PaperEntries.SheetPutOut;
import org.clearway.paper.PaperEntries.SheetsPrinted;
import org.clearway.time.Occurred;

/// Blank forms on paper: numbers are handed out and remembered, and what stands on a sheet is entered once, by the acts
/// of its desk. Safe for use by many threads.
public final class Papers {
    /// As many as a printer's tray holds.
    public static final int MOST_COPIES = 200;

    /// How often numbers are asked for again that somebody else was given meanwhile.
    private static final int TRIES = 20;

    /// Days on a sheet that cannot be yet.
    private static final Set<String> PAST = Set.of("day", "covered-day", "published");

    private final Journal journal;
    private final Filings filings;
    private final Things things;

    public Papers(Journal journal) {
        this.journal = journal;
        this.filings = new Filings(journal);
        this.things = new Things(journal);
    }

    public static Chapter chapter() {
        return Chapter.of("paper", PaperEntries.kinds(), new PaperView());
    }

    /// The forms that the actor may print.
    public List<Blank> blanks(Actor actor) {
        actor.must(Deed.USE_PAPER);
        return Arrays.stream(Blank.values())
                .filter(blank -> mayPrint(actor, blank))
                .toList();
    }

    private static boolean mayPrint(Actor actor, Blank blank) {
        return actor.may(blank.deed()) || actor.may(Deed.PRINT_ANY_PAPER);
    }

    /// What the node has on record of a kind that sheets name: each id with its names.
    public Map<String, org.clearway.language.Names> things(Reading at, Thing thing) {
        return things.all(at, thing);
    }

    /// Hands out the numbers of sheets that are printed now.
    /// @throws org.clearway.access.NotPermitted unless the form is of the actor's desk, or they print for all
    /// @throws Problem `paper.copies`, `paper.numbers-over`
    public RunId print(Actor actor, ActId act, Blank blank, Language language, int copies, Optional<Preset> preset) {
        actor.must(Deed.USE_PAPER);
        if (!mayPrint(actor, blank)) actor.must(blank.deed());
        if (copies < 1 || copies > MOST_COPIES) {
            throw new Problem("paper.copies", Map.of("value", "" + copies, "most", "" + MOST_COPIES));
        }
        RunId run = RunId.of(act);
        if (rows(journal.now()).run(run).isPresent()) return run;
        NodeMark mark = NodeMark.of(journal.stream().node());
        for (int again = 0; again < TRIES; again++) {
            long first = rows(journal.now()).last() + 1;
            if (first + copies > SheetNumber.MOST) throw Problem.of("paper.numbers-over");
            var body = new SheetsPrinted(run, blank, language, mark, first, copies, preset);
            try {
                journal.record(actor, act, Draft.now(body, act), views -> {
                    if (rows(views).last() + 1 != first) throw Problem.of("paper.numbers-taken");
                });
                return run;
            } catch (Problem taken) {
                if (!taken.code().equals("paper.numbers-taken")) throw taken;
            }
        }
        throw Problem.of("paper.numbers-taken");
    }

    /// Sheets that were printed at once.
    /// @throws Problem `paper.run-unknown`
    public PrintRun run(Actor actor, Reading at, RunId run) {
        actor.must(Deed.USE_PAPER);
        return rows(at).run(run)
                .filter(found -> mayPrint(actor, found.blank()))
                .orElseThrow(() -> Problem.of("paper.run-unknown", "run", run));
    }

    /// What was printed of the actor's forms, the latest first.
    public List<PrintRun> runs(Actor actor, Reading at, int most) {
        actor.must(Deed.USE_PAPER);
        return rows(at).runs(most).stream()
                .filter(run -> mayPrint(actor, run.blank()))
                .toList();
    }

    /// A sheet of this node.
    /// @throws Problem `paper.unknown` where this node never handed the number out
    public OnSheet sheet(Actor actor, Reading at, SheetNumber number) {
        actor.must(Deed.USE_PAPER);
        return rows(at).sheet(number).orElseThrow(() -> unknown(number));
    }

    /// Says that nothing will be entered from a sheet.
    /// @throws Problem `paper.unknown`; `paper.entered-before`
    public void putOut(Actor actor, ActId act, SheetNumber number, WhyOut why) {
        OnSheet sheet = sheet(actor, journal.now(), number);
        if (!mayPrint(actor, sheet.blank())) actor.must(sheet.blank().deed());
        journal.record(actor, act, Draft.now(new SheetPutOut(number, why), act), views -> {
            boolean entered = rows(views).sheet(number).orElseThrow().state() == SheetState.ENTERED;
            if (entered) throw Problem.of(Filings.ENTERED_BEFORE, "number", number);
        });
    }

    /// Records what stands on a sheet through the front desk whose form it is, each act with the number of the sheet:
    /// when it happened is what was written, and when it was recorded is now.
    ///
    /// @param first names the act of its head; sent again, it is the same sitting
    /// @param again why it is entered though the sheet is done with
    /// @param older that the time is right although the sheet was printed after it
    /// @throws RefusedLine where the desk refuses a line; what stands above it is on record
    /// @throws Problem `paper.unknown`; `paper.entered-before`; `paper.of-the-future`; `paper.before-print`;
    ///     `paper.nothing-written`; what the desk refuses
    public void enter(
            Actor actor, ActId first, SheetNumber number, Filled filled, Optional<Again> again, boolean older) {
        OnSheet sheet = sheet(actor, journal.now(), number);
        actor.must(sheet.blank().deed());
        requireTimes(sheet, filled, older);
        var acts = new Acts(first);
        var sitting = new SittingId(first.id());
        var recorded = new AtomicInteger();
        Rule once = views -> requireOpen(views, number, sitting, again);
        Tracing tracing = act -> acts.line(act).map(line -> {
            recorded.incrementAndGet();
            var read = new ReadOffSheet(number, sitting, line, filled.by(), again);
            return new Tracing.Trace(Draft.now(read, act), once);
        });
        journal.tracing(tracing, () -> filings.file(sheet.blank(), actor, acts, filled));
        if (recorded.get() == 0) throw Problem.of("paper.nothing-written");
    }

    private static void requireOpen(Reading views, SheetNumber number, SittingId sitting, Optional<Again> again) {
        boolean over = rows(views)
                .standing(number, sitting)
                .orElseThrow(() -> unknown(number))
                .over();
        if (over && again.isEmpty()) throw Problem.of(Filings.ENTERED_BEFORE, "number", number);
    }

    private void requireTimes(OnSheet sheet, Filled filled, boolean older) {
        Instant now = journal.clock().instant();
        LocalDate today = LocalDate.ofInstant(now, filled.zone());
        for (String field : PAST) {
            filled.head()
                    .maybe(field)
                    .map(LocalDate::parse)
                    .filter(today::isBefore)
                    .ifPresent(day -> {
                        throw Problem.of("paper.of-the-future", "when", day);
                    });
        }
        for (Occurred time : filled.times()) {
            if (time.from().isAfter(now)) throw Problem.of("paper.of-the-future", "when", time.localFrom());
            if (!older && time.to().isBefore(sheet.printed().minusSeconds(60))) {
                throw Problem.of("paper.before-print", "when", time.localFrom());
            }
        }
    }

    private static Problem unknown(SheetNumber number) {
        return Problem.of("paper.unknown", "number", number);
    }

    private static PaperRows rows(Reading at) {
        return new PaperRows(at.rows());
    }
}
