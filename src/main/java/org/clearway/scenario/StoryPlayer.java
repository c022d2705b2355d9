// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.journal.ActId;
import org.clearway.journal.Journal;
import org.clearway.language.Language;
import org.clearway.language.Problem;
import org.clearway.scenario.Scenario.Told;

/// Tells a scenario's story through the front desks, each item on the scenario's clock at the
/// moment at which it became known. What was told before is not told again, so a story can be gone
/// on with on a folder that holds its beginning.
public final class StoryPlayer {
    /// Its bulletins are waited for by the minute; the setting is recorded this long before the
    /// first item.
    private static final long SETTING_SECONDS = 60;

    private final Scenario scenario;
    private final Journal journal;
    private final ScenarioClock clock;
    private final Setting setting;
    private final Items items;
    private final Series series;
    private final Instant toldBefore;
    private final PriorityQueue<Happening> ahead = new PriorityQueue<>(
            Comparator.comparing(Happening::at).thenComparing(Happening::kind).thenComparing(Happening::number));
    private boolean begun;

    public StoryPlayer(Scenario scenario, Journal journal, Desks desks, ScenarioClock clock) {
        this.scenario = scenario;
        this.journal = journal;
        this.clock = clock;
        Actor cell = at("coordination-1", Role.COORDINATION);
        this.setting = new Setting(scenario, desks, cell);
        this.items = new Items(scenario.zone(), desks, journal, cell);
        this.series = new Series(scenario, desks, journal);
        this.toldBefore = journal.lastRecorded().orElse(Instant.MIN);
        scenario.told().stream().map(this::happening).forEach(this::plan);
        int day = 0;
        for (Simulation simulation : scenario.days()) {
            String called = day++ == 0 ? "" : day + " ";
            Consumer<Happening> later = happening -> plan(happening.of(called));
            new SimulatedDay(simulation, day == 1, scenario.zone(), desks, journal)
                    .happenings(later)
                    .forEach(later);
        }
    }

    /// What was told before this program took the story up is not told again.
    private void plan(Happening happening) {
        if (happening.at().isAfter(toldBefore)) ahead.add(happening);
    }

    /// Records what the story stands on, where nothing has been told yet. The clock stands just
    /// before the first item.
    public void begin() {
        if (begun || !toldBefore.isBefore(scenario.begins())) return;
        clock.hold(scenario.begins().minusSeconds(SETTING_SECONDS));
        setting.record(acts(0));
        begun = true;
    }

    /// Tells everything that had become known by `to`, and lets the clock run on from there.
    /// @throws Problem `scenario.refused`, naming the item and what a front desk said of it
    public void playTo(Instant to) {
        play(to, refused -> {
            throw refused;
        });
    }

    /// The same where people practise in the story: a front desk may refuse what would have happened without them. Then
    /// that does not happen, and the story goes on.
    /// @param refused is told why something did not happen
    /// @throws Problem where the journal cannot go on
    public void playTo(Instant to, Consumer<Problem> refused) {
        play(to, problem -> {
            if (ofTheJournal(problem)) throw problem;
            refused.accept(problem);
        });
    }

    private synchronized void play(Instant to, Consumer<Problem> refused) {
        begin();
        while (!ahead.isEmpty() && !ahead.element().at().isAfter(to)) {
            Happening next = ahead.remove();
            clock.hold(next.at());
            try {
                next.act().happen(new Acts(scenario.name() + " " + next.kind() + next.number(), journal));
            } catch (Problem problem) {
                refused.accept(problem);
            }
        }
        clock.runFrom(to);
    }

    private static boolean ofTheJournal(Problem problem) {
        return problem.code().startsWith("journal.")
                || problem.getCause() instanceof Problem cause && ofTheJournal(cause);
    }

    private Happening happening(Told told) {
        return new Happening(told.at(), "", told.number(), acts -> {
            try {
                items.tell(told, acts);
            } catch (Problem refused) {
                throw new Problem(
                        "scenario.refused",
                        Map.of("where", told.sheet().where(), "cause", refused.in(Language.EN)),
                        refused);
            }
            series.setOnceItCanBe(told.number());
        });
    }

    /// How many times faster than by the clock on the wall the story goes on; 0 stands still.
    public void pace(int times) {
        clock.pace(times);
    }

    public int pace() {
        return clock.pace();
    }

    /// Where the clock of this scenario stands.
    public Instant now() {
        return clock.instant();
    }

    public Scenario scenario() {
        return scenario;
    }

    /// The acts of one item, named the same whenever and wherever the story is told.
    private Acts acts(int number) {
        return new Acts(scenario.name() + " " + number, journal);
    }

    /// The desks that the story's people sit at.
    static Actor at(String account, Role role) {
        return new Actor(new AccountId(account), Set.of(role));
    }

    /// Names of acts that follow from the story.
    static final class Acts {
        private final String seed;
        private final Journal journal;
        private int next;

        Acts(String seed, Journal journal) {
            this.seed = seed;
            this.journal = journal;
        }

        ActId next() {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256")
                        .digest((seed + " " + next++).getBytes(StandardCharsets.UTF_8));
                ByteBuffer chance = ByteBuffer.wrap(digest);
                long most = (journal.clock().millis() << 16) | 0x7000L | (chance.getLong() & 0x0FFFL);
                long least = 0x8000_0000_0000_0000L | (chance.getLong() >>> 2);
                return new ActId(new UUID(most, least));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// The moments worth a stop, earliest first: the last of each day on which something became
    /// known, the moment at which the scenario opens, and the end of each day that goes on by itself.
    public List<Stop> stops() {
        var byDay = new TreeMap<LocalDate, Stop>();
        for (Told told : scenario.told()) {
            byDay.merge(
                    told.at().atZone(scenario.zone()).toLocalDate(),
                    new Stop(told.at(), Stop.Why.TOLD, 1),
                    (before, now) -> new Stop(now.at(), Stop.Why.TOLD, before.items() + 1));
        }
        var stops = new ArrayList<>(byDay.values());
        stops.add(new Stop(scenario.opensAt(), Stop.Why.OPENS, 0));
        scenario.days().forEach(day -> stops.add(new Stop(day.over(), Stop.Why.OVER, 0)));
        stops.sort(Comparator.comparing(Stop::at));
        return List.copyOf(stops);
    }

    /// @param items how many things became known that day
    public record Stop(Instant at, Why why, int items) {
        public enum Why {
            TOLD,
            OPENS,
            OVER
        }
    }
}
