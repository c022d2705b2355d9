// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.access.Role;
import org.clearway.geo.GeoJson;
import org.clearway.journal.Journal;
import org.clearway.journal.Taken;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.language.Problem;
import org.clearway.scenario.Scenario.Told;

/// How this node is set up, taken out as one file and taken in from one. Only what is told otherwise than it stands
/// here is told again: the same file a second time changes nothing. Safe for use by many threads.
public final class SetUps {
    /// What a set-up may hold; everything else that a scenario tells of is something that happened.
    static final Set<String> KINDS = Set.of(
            "agreement",
            "zone",
            "corridor",
            "route",
            "item",
            "service-point",
            "limits",
            "safe-area",
            "vehicle",
            "vehicles");

    /// What goes round what is told.
    private static final Set<String> FRAME = Set.of("published", "source", SetUpWriter.KNOWN);

    private final Journal journal;
    private final Desks desks;
    private final ZoneId zone;

    /// @param zone the zone in which the node's people tell time
    public SetUps(Journal journal, Desks desks, ZoneId zone) {
        this.journal = journal;
        this.desks = desks;
        this.zone = zone;
    }

    /// @param told how many things were put on record or restated
    /// @param same how many stood here as the file tells them
    public record Loaded(Names names, int told, int same) {}

    /// The set-up in one file, in the format of scenarios. The way of a corridor and the positions of its crossings are
    /// in it only where the actor may read them.
    /// That it was taken out is an entry before it is handed out.
    public byte[] takeOut(Actor actor, Names names) {
        actor.must(Deed.SET_UP);
        byte[] file = files(actor, names).packed();
        journal.takenOut(actor, actor.may(Deed.READ_ROUTE) ? Taken.SET_UP : Taken.SET_UP_WITHOUT_WAYS);
        return file;
    }

    /// Takes in a file that {@link #takeOut} made.
    /// @throws Problem `scenario.…` naming what is wrong, and where; what was told before that stays
    public Loaded takeIn(Actor actor, byte[] file) {
        return takeIn(actor, ScenarioFiles.unpacked(file));
    }

    /// The same of a file or a folder on this machine.
    public Loaded takeIn(Actor actor, Path path) {
        return takeIn(actor, ScenarioFiles.of(path));
    }

    private Loaded takeIn(Actor actor, ScenarioFiles files) {
        actor.must(Deed.SET_UP);
        Scenario scenario = Scenario.read(files);
        if (journal.story().isEmpty() && SetUpWriter.takenFromAStory(files)) {
            throw Problem.of("scenario.set-up-of-an-exercise");
        }
        if (scenario.kind() != ScenarioKind.SET_UP) {
            throw Problem.of("scenario.not-a-set-up", "name", scenario.names().in(Language.EN));
        }
        scenario.told().forEach(SetUps::requireSetUp);
        return new TakingIn(actor, scenario).all();
    }

    private static void requireSetUp(Told told) {
        for (String key : told.sheet().raw().keySet()) {
            if (!FRAME.contains(key) && !KINDS.contains(key)) {
                throw told.sheet().problem("scenario.no-part-of-a-set-up", key, "");
            }
        }
    }

    private ScenarioFiles files(Actor actor, Names names) {
        return new SetUpWriter(
                        desks, actor, journal.now(), zone, journal.clock().instant())
                .files("set-up", names, journal.story());
    }

    /// Tells the set-up of a file, thing by thing.
    private final class TakingIn {
        private final Scenario scenario;
        private final Setting setting;
        private final Items items;
        private final StoryPlayer.Acts acts;
        private final Scenario standing;
        private final Set<Object> stands = new HashSet<>();
        private int told;
        private int same;

        TakingIn(Actor actor, Scenario scenario) {
            this.scenario = scenario;
            // It tells what is to be set, and reads nothing to anybody: the way of a corridor is only compared.
            var cell = new Actor(actor.account(), Set.of(Role.COORDINATION));
            this.setting = new Setting(scenario, desks, cell);
            this.items = new Items(scenario.zone(), desks, journal, cell);
            this.acts = new StoryPlayer.Acts("set-up " + journal.ids().next(), journal);
            this.standing = Scenario.read(files(cell, scenario.names()));
            standing.setting().areas().forEach(sheet -> stands.add(sheet.raw()));
            standing.setting().parties().forEach(sheet -> stands.add(sheet.raw()));
            shapes(standing).forEach(stands::add);
            standing.told().forEach(one -> stands.add(compared(one)));
        }

        Loaded all() {
            Set<Language> languages = scenario.setting().namesIn();
            if (!languages.isEmpty()) {
                tell(languages.equals(standing.setting().namesIn()), "scenario.yaml", () -> setting.namesIn(acts));
            }
            for (Sheet area : scenario.setting().areas()) {
                tell(stands.contains(area.raw()), area.where(), () -> setting.place(area, acts));
            }
            for (GeoJson.Feature shape : shapes(scenario)) {
                tell(stands.contains(shape), ScenarioFiles.SHAPES, () -> setting.bound(shape, acts));
            }
            for (Sheet party : scenario.setting().parties()) {
                tell(stands.contains(party.raw()), party.where(), () -> setting.party(party, acts));
            }
            for (Told one : scenario.told()) {
                tell(stands.contains(compared(one)), one.sheet().where(), () -> items.tell(one, acts));
            }
            return new Loaded(scenario.names(), told, same);
        }

        private void tell(boolean stands, String where, Runnable act) {
            if (stands) {
                same++;
                return;
            }
            try {
                act.run();
            } catch (Problem refused) {
                if (refused.code().startsWith("scenario.") || refused.code().startsWith("journal.")) throw refused;
                throw new Problem(
                        "scenario.refused", Map.of("where", where, "cause", refused.in(Language.EN)), refused);
            }
            told++;
        }

        private static List<GeoJson.Feature> shapes(Scenario scenario) {
            return GeoJson.read(scenario.setting().shapes());
        }

        /// What is told, and by whom; not when the file was made.
        private static Map<String, Object> compared(Told told) {
            var compared = new LinkedHashMap<>(told.sheet().raw());
            compared.remove(SetUpWriter.KNOWN);
            if (!compared.containsKey("source")) compared.remove("published");
            return compared;
        }
    }
}
