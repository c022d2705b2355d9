// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.agreement.CorridorId;
import org.clearway.journal.ActId;
import org.clearway.journal.Draft;
import org.clearway.journal.FreeText;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Receipt;
import org.clearway.journal.Rule;
import org.clearway.journal.Sealed;
import org.clearway.journal.Unsealed;
import org.clearway.language.Problem;
import org.clearway.time.Period;

/// What people choose who do not go through a gate. To stay, and to leave the queue, is one more in the box of the
/// hour: no card is asked for and none is touched, and no entry tells when it was. When the hour is over, its box
/// becomes one entry. It uses nothing of {@link Cards}, and must not. Safe for use by many threads.
public final class Choices {
    /// Figures below it point at somebody (practice §6.2).
    private static final long LEAST_SHOWN = 10;

    private final Journal journal;
    private final InstantSource clock;

    /// Whether the files may hold what boxes and marks were before: a program that ended may have left that behind.
    private boolean traces = true;

    public Choices(Journal journal) {
        this.journal = journal;
        this.clock = journal.clock();
    }

    /// A family stays. It keeps its card, if it has one, and may come again.
    /// @throws Problem `corridor.unknown`, `gate.crossing-unknown`
    public void stay(Actor actor, ActId act, Gate gate, ZoneId zone) {
        actor.must(Deed.RECORD_TALLY);
        put(act, gate, zone, Map.of(Choice.STAY, 1L));
    }

    /// A family leaves the queue, for whatever reason. It keeps its card, if it has one, and may come again.
    /// @throws Problem `gate.card-figure`; `corridor.unknown`, `gate.crossing-unknown`
    public void leaveQueue(Actor actor, ActId act, Gate gate, ZoneId zone, long people) {
        actor.must(Deed.RECORD_TALLY);
        if (people < 1 || people > Household.MOST) {
            throw new Problem(
                    "gate.card-figure",
                    Map.of("value", String.valueOf(people), "most", String.valueOf(Household.MOST)));
        }
        put(act, gate, zone, Map.of(Choice.LEFT_QUEUE_HOUSEHOLDS, 1L, Choice.LEFT_QUEUE_PEOPLE, people));
    }

    /// The hour is read on the writer's thread: nothing is put into a box that is being emptied.
    private void put(ActId act, Gate gate, ZoneId zone, Map<Choice, Long> chosen) {
        Gates.requireCrossing(journal.now(), gate);
        journal.keep(rows -> new Boxes(rows)
                .put(new Boxes.Box(gate, new HourSlot(clock.instant(), zone)), journal.subject("box/" + act), chosen));
    }

    /// Makes an entry of each box whose hour is over, and says of how many. Then nothing is left, in any file of the
    /// node, of what those boxes held earlier in their hour.
    public synchronized int emptyBoxes() {
        Map<Boxes.Box, Map<Choice, Long>> full = boxes(journal.now()).full(clock.instant());
        full.forEach((box, held) -> {
            var body = new HourTallied(box.gate().corridor(), box.gate().crossing(), held);
            journal.record(
                    Actor.NODE,
                    journal.ids().next(),
                    Draft.of(body, box.slot().occurred()),
                    views -> boxes(views).empty(box, held));
        });
        if (boxes(journal.now()).hasOldMarks(clock.instant())) {
            journal.keep(rows -> new Boxes(rows).forgetOldMarks(clock.instant()));
            traces = true;
        }
        traces |= !full.isEmpty();
        if (traces) traces = !journal.forgetEarlierStates();
        return full.size();
    }

    /// What was chosen in each hour that is over. Figures from one to nine are told only to those who may know them,
    /// and there are no sums that they could be told from.
    public List<HourChoices> hours(Actor actor, CorridorId corridor, Period period) {
        actor.must(Deed.READ_COUNTS);
        emptyBoxes();
        boolean all = actor.may(Deed.READ_CHOICES);
        return boxes(journal.now()).emptied(corridor, period.from(), period.to()).entrySet().stream()
                .map(box -> new HourChoices(box.getKey().gate(), box.getKey().slot(), shown(box.getValue(), all)))
                .toList();
    }

    private static Map<Choice, HourChoices.Figure> shown(Map<Choice, Long> held, boolean all) {
        var shown = new EnumMap<Choice, HourChoices.Figure>(Choice.class);
        held.forEach((choice, number) -> shown.put(
                choice,
                all || number >= LEAST_SHOWN ? new HourChoices.Figure.Exactly(number) : new HourChoices.Figure.Few()));
        return shown;
    }

    /// Passes a concern on to the protection desk. No card is named.
    /// @throws Problem `corridor.unknown`, `gate.crossing-unknown`
    public Receipt raise(Actor actor, ActId act, Gate gate, ZoneId zone, FreeText told) {
        actor.must(Deed.RAISE_CONCERN);
        HourSlot slot = concern(journal.now(), ConcernId.of(act))
                .map(row -> row.concern().hour())
                .orElseGet(() -> new HourSlot(clock.instant(), zone));
        var body = new ConcernRaised(gate.corridor(), gate.crossing(), Sealed.of(told));
        Rule rule = views -> Gates.requireCrossing(views, gate);
        return journal.record(actor, act, Draft.of(body, slot.occurred()), rule);
    }

    /// The concerns that were raised, the latest first, each still sealed.
    public List<Concern> concerns(Actor actor, Reading at) {
        actor.must(Deed.READ_CONCERNS);
        return at.rows()
                .sql("select * from gate_concern order by position desc")
                .query((row, n) -> row(row).concern())
                .list();
    }

    /// Opens a concern, and notes who read it.
    /// @throws Problem `gate.concern-unknown`
    public Unsealed<FreeText> read(Actor actor, ActId act, ConcernId concern) {
        actor.must(Deed.READ_CONCERNS);
        Row row = concern(journal.now(), concern).orElseThrow(() -> Problem.of("gate.concern-unknown"));
        return journal.open(actor, act, row.told(), FreeText.class);
    }

    private record Row(Concern concern, Sealed.Closed<FreeText> told) {}

    private static Optional<Row> concern(Reading at, ConcernId concern) {
        return at.rows()
                .sql("select * from gate_concern where concern = ?")
                .param(concern.toString())
                .query((row, n) -> row(row))
                .optional();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new Concern(ConcernId.parse(row.getString("concern")), Boxes.gate(row), Boxes.slot(row)),
                Sealed.Closed.ofLine(row.getString("told")));
    }

    private static Boxes boxes(Reading at) {
        return new Boxes(at.rows());
    }
}
