// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clearway.arms.Armoury.HANDS;
import static org.clearway.arms.Armoury.ONE;
import static org.clearway.arms.Armoury.POINT;
import static org.clearway.arms.Armoury.TWO;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.accounts.Accounts;
import org.clearway.accounts.Ending;
import org.clearway.accounts.Lasts;
import org.clearway.accounts.Password;
import org.clearway.accounts.SignIn;
import org.clearway.accounts.Strength;
import org.clearway.agreement.Agreements;
import org.clearway.agreement.Assurance;
import org.clearway.agreement.AssuranceStatus;
import org.clearway.arms.ArmsEntries.WeaponHandedOver;
import org.clearway.corridor.Around;
import org.clearway.corridor.Corridors;
import org.clearway.corridor.CrossingId;
import org.clearway.corridor.Sayings;
import org.clearway.gate.Band;
import org.clearway.gate.Cards;
import org.clearway.gate.Decided;
import org.clearway.gate.Decision;
import org.clearway.gate.DecisionReason;
import org.clearway.gate.Direction;
import org.clearway.gate.Explained;
import org.clearway.gate.Gate;
import org.clearway.gate.Gates;
import org.clearway.gate.Household;
import org.clearway.gate.Passing;
import org.clearway.journal.ActIds;
import org.clearway.journal.DayBook;
import org.clearway.language.Language;
import org.clearway.places.Places;
import org.clearway.time.Micros;
import org.clearway.time.Occurred;
import org.clearway.time.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Practice §10, rule 18. Families come to a gate over a day and some of them lay a weapon down; then an adversary
/// takes
/// the whole node with all its keys. It knows which families brought something and when each of them came, and has
/// to say only which item was whose. However it goes about it, it does no better than chance.
class AdversaryTest {
    private static final int DAYS = 24;
    private static final int FAMILIES = 20;
    private static final int BRING = 10;
    private static final Gate GATE = new Gate(Sayings.CORRIDOR, new CrossingId("south-crossing"));
    private static final Actor GATE_DESK = Armoury.desk("gate-1", Role.GATE);
    private static final Actor COORDINATION = Armoury.desk("coordination-1", Role.COORDINATION);
    private static final Actor ADMINISTRATOR = Armoury.desk("admin-1", Role.ADMINISTRATOR);
    private static final Password PASSWORD = new Password("a password for tests");
    /// When a test node begins, and its accounts are opened.
    private static final Instant OPENED = Instant.parse("2019-09-14T12:00:00Z");

    private static final Instant MORNING = Sayings.at("2019-09-14T08:00");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{5,}");

    /// So far from what chance brings (in standard deviations) nothing of what is tried may come; and what leaks comes
    /// further. The seeds are fixed, so that the same comes out each time.
    private static final double BY_CHANCE = 4;

    @TempDir
    Path folder;

    /// What the adversary makes of a day: the items as they lie on the sheet, with the id of each.
    ///
    /// @param truth in the order in which they were handed over, which it is to find
    private record Spoils(List<ItemTag> sheet, Map<ItemTag, String> ids, List<ItemTag> truth) {
        String id(ItemTag tag) {
            return ids.getOrDefault(tag, "");
        }
    }

    /// A way to put the items into the order in which they came.
    private enum Strategy {
        AS_THEY_LIE(spoils -> spoils.sheet()),
        BY_ID(spoils -> sorted(spoils, tag -> spoils.id(tag))),
        BY_BEGINNING_OF_ID_AS_A_TIME(
                spoils -> sorted(spoils, tag -> spoils.id(tag).substring(0, 12))),
        BY_END_OF_ID(spoils -> sorted(
                spoils, tag -> new StringBuilder(spoils.id(tag)).reverse().toString())),
        BY_TAG(spoils -> sorted(spoils, ItemTag::text)),
        BY_TAG_BACKWARDS(spoils ->
                sorted(spoils, tag -> new StringBuilder(tag.text()).reverse().toString()));

        private final Function<Spoils, List<ItemTag>> way;

        Strategy(Function<Spoils, List<ItemTag>> way) {
            this.way = way;
        }

        private static List<ItemTag> sorted(Spoils spoils, Function<ItemTag, String> by) {
            return spoils.sheet().stream().sorted(Comparator.comparing(by)).toList();
        }
    }

    @Test
    void whoHasBothStoresWholeTellsNoBetterThanByChanceWhichItemWasWhose() throws Exception {
        var days = new ArrayList<Spoils>();
        for (int seed = 1; seed <= DAYS; seed++) days.add(aDay(seed));
        for (Strategy strategy : Strategy.values()) {
            assertThat(Math.abs(order(strategy, days)))
                    .as("%s, the order", strategy)
                    .isLessThan(BY_CHANCE);
            assertThat(hits(strategy, days)).as("%s, the families", strategy).isLessThan(BY_CHANCE);
        }
    }

    /// Stores that leak are caught by the very same attempts.
    @Test
    void aStoreThatKeepsTheOrderIsFoundOut() {
        var asTheyCame = new ArrayList<Spoils>();
        var idsOfTheHour = new ArrayList<Spoils>();
        var tagsFromARoll = new ArrayList<Spoils>();
        for (int seed = 1; seed <= DAYS; seed++) {
            var chance = new SplittableRandom(seed);
            var now = new Instant[] {MORNING};
            var acts = new ActIds(() -> now[0], chance);
            var came = new ArrayList<ItemTag>();
            var random = new LinkedHashMap<ItemTag, String>();
            var ofTheHour = new LinkedHashMap<ItemTag, String>();
            var roll = new ArrayList<ItemTag>();
            for (int i = 0; i < BRING; i++) {
                now[0] = now[0].plusSeconds(60 + chance.nextInt(3_000));
                var tag = new ItemTag(String.format(Locale.ROOT, "%08d", chance.nextInt(100_000_000)));
                came.add(tag);
                random.put(tag, Long.toHexString(chance.nextLong() | 1L << 60) + "00000000");
                ofTheHour.put(tag, acts.next().toString().replace("-", ""));
                roll.add(new ItemTag(String.format(Locale.ROOT, "%08d", 4_200 + i)));
            }
            asTheyCame.add(new Spoils(came, random, came));
            idsOfTheHour.add(new Spoils(shuffled(came, chance), ofTheHour, came));
            var rollIds = new LinkedHashMap<ItemTag, String>();
            for (int i = 0; i < BRING; i++)
                rollIds.put(roll.get(i), random.values().stream().toList().get(i));
            tagsFromARoll.add(new Spoils(shuffled(roll, chance), rollIds, roll));
        }
        assertThat(order(Strategy.AS_THEY_LIE, asTheyCame)).isGreaterThan(3 * BY_CHANCE);
        assertThat(order(Strategy.BY_ID, idsOfTheHour)).isGreaterThan(3 * BY_CHANCE);
        assertThat(order(Strategy.BY_BEGINNING_OF_ID_AS_A_TIME, idsOfTheHour)).isGreaterThan(3 * BY_CHANCE);
        assertThat(order(Strategy.BY_TAG, tagsFromARoll)).isGreaterThan(3 * BY_CHANCE);
        assertThat(hits(Strategy.BY_TAG, tagsFromARoll)).isGreaterThan(3 * BY_CHANCE);
    }

    private static List<ItemTag> shuffled(List<ItemTag> tags, SplittableRandom chance) {
        var keys = new TreeMap<Long, ItemTag>();
        tags.forEach(tag -> keys.put(chance.nextLong(), tag));
        return List.copyOf(keys.values());
    }

    /// How far the pairs that stand in their true order are from half of all, in standard deviations (Kendall).
    private static double order(Strategy strategy, List<Spoils> days) {
        double sum = 0;
        double variance = 0;
        for (Spoils day : days) {
            List<ItemTag> guess = strategy.way.apply(day);
            int n = guess.size();
            for (int i = 0; i < n; i++) {
                for (int k = i + 1; k < n; k++) {
                    sum += day.truth().indexOf(guess.get(i)) < day.truth().indexOf(guess.get(k)) ? 1 : -1;
                }
            }
            variance += n * (n - 1.0) * (2 * n + 5) / 18;
        }
        return sum / Math.sqrt(variance);
    }

    /// How far the items that were given to the right family are from one a day, in standard deviations: as many points
    /// of a shuffle stay where they were.
    private static double hits(Strategy strategy, List<Spoils> days) {
        int hits = 0;
        for (Spoils day : days) {
            List<ItemTag> guess = strategy.way.apply(day);
            for (int i = 0; i < guess.size(); i++)
                if (guess.get(i).equals(day.truth().get(i))) hits++;
        }
        return (hits - days.size()) / Math.sqrt(days.size());
    }

    /// A day at the gate and at the weapons desk, and all that the adversary finds afterwards.
    private Spoils aDay(int seed) throws IOException, SQLException {
        Path path = folder.resolve("node-" + seed);
        var chance = new SplittableRandom(seed);
        var truth = new ArrayList<ItemTag>();
        Spoils spoils;
        try (var desk = new Armoury(
                path,
                seed,
                Accounts.chapter(),
                Places.chapter(),
                Agreements.chapter(),
                Corridors.chapter(),
                Gates.chapter())) {
            // Nobody is made to wait: between two attempts the clock of delays goes on by a quarter of an hour.
            var ticks = new AtomicLong();
            InstantSource ticking = () -> MORNING.plusSeconds(900 * ticks.incrementAndGet());
            var accounts = new Accounts(desk.node.journal(), ticking, new SecureRandom(), new Strength(64, 1));
            accounts.firstAccount(desk.node.act(), ADMINISTRATOR.account(), PASSWORD, Lasts.AS_IT_IS);
            for (Actor actor : List.of(ONE, TWO, GATE_DESK)) {
                accounts.open(ADMINISTRATOR, desk.node.act(), actor.account(), actor.roles(), PASSWORD, Lasts.AS_IT_IS);
            }
            desk.at(MORNING);
            Gates gates = openGate(desk);
            var cards = new Cards(desk.node.journal());
            Set<Integer> bringing = new TreeSet<>();
            while (bringing.size() < BRING) bringing.add(chance.nextInt(FAMILIES));
            Instant now = MORNING;
            for (int family = 0; family < FAMILIES; family++) {
                now = now.plusSeconds(30 + chance.nextInt(1_500));
                desk.at(now);
                if (chance.nextInt(4) == 0) signInAndOut(accounts, GATE_DESK);
                var people = Map.of(Band.FEMALE_FROM_18, 1L + chance.nextInt(3));
                gates.count(GATE_DESK, desk.node.act(), GATE, Direction.OUT, Sayings.ZONE, Passing.household(people));
                cards.issue(
                        GATE_DESK,
                        desk.node.act(),
                        GATE,
                        Sayings.ZONE,
                        EnumSet.allOf(Explained.class),
                        new Household(people, Map.of(), Language.AR, Optional.empty(), List.of()));
                if (!bringing.contains(family)) continue;
                // They lay it down at once. The desk was left alone and is come back to.
                signInAndOut(accounts, ONE);
                assertThat(accounts.signIn(TWO.account().name(), "mistyped", "screen " + family))
                        .isInstanceOf(SignIn.Refused.class);
                assertThat(accounts.confirm(GATE_DESK.account().name(), PASSWORD.text(), "screen " + family))
                        .isInstanceOf(SignIn.Refused.class);
                var thing = Armoury.safe(
                        new What.Weapon(WeaponCategory.values()[chance.nextInt(WeaponCategory.values().length)]));
                ItemTag tag = desk.weapons
                        .takeIn(HANDS, desk.request(), POINT, List.of(thing))
                        .items()
                        .getFirst();
                if (chance.nextBoolean()) desk.weapons.check(HANDS, desk.request(), tag, AmmunitionHazard.SAFE_TO_MOVE);
                truth.add(tag);
            }
            // Some days are over when the node is taken, and some are not.
            if (seed % 2 == 0) {
                desk.at(MORNING.plusSeconds(86_400));
                desk.book.turn();
            }
            spoils = take(desk, truth);
            nothingJoins(desk);
        }
        theFilesTellNothing(path, spoils, seed % 2 == 0);
        return spoils;
    }

    private static void signInAndOut(Accounts accounts, Actor actor) {
        assertThat(accounts.signIn(actor.account().name(), PASSWORD.text(), "screen"))
                .isInstanceOf(SignIn.Welcome.class);
        accounts.signOut(actor, Ending.IDLE);
    }

    private static Gates openGate(Armoury desk) {
        var journal = desk.node.journal();
        Around.people(desk.node);
        var corridors = new Corridors(journal);
        corridors.plan(COORDINATION, desk.node.act(), Sayings.corridor());
        var agreements = new Agreements(journal);
        for (var party : List.of(Sayings.GOVERNMENT, Sayings.GROUPS)) {
            var since = Span.since(Occurred.at(MORNING.minusSeconds(3_600), Sayings.ZONE));
            agreements.assure(
                    COORDINATION,
                    desk.node.act(),
                    new Assurance(
                            Sayings.CORRIDOR,
                            party,
                            AssuranceStatus.GIVEN,
                            since,
                            Sayings.source(Sayings.september(14))));
        }
        var gates = new Gates(journal, corridors);
        gates.decide(
                COORDINATION,
                desk.node.act(),
                new Decided(Sayings.CORRIDOR, Decision.OPEN, DecisionReason.ASSURANCES_GIVEN, Optional.empty()));
        return gates;
    }

    /// The sheets, opened with their own keys.
    private static Spoils take(Armoury desk, List<ItemTag> truth) {
        var sheet = new ArrayList<ItemTag>();
        var ids = new LinkedHashMap<ItemTag, String>();
        for (DayBook.Line line : desk.book.lines()) {
            if (line.body() instanceof WeaponHandedOver handed) {
                sheet.add(handed.item());
                ids.put(handed.item(), line.id());
            }
        }
        assertThat(sheet).containsExactlyInAnyOrderElementsOf(truth);
        return new Spoils(sheet, ids, truth);
    }

    /// No value but the names of accounts and the day stands in both stores, and no entry of the people's journal tells
    /// when
    /// anybody
    /// of the weapons desk was there.
    private static void nothingJoins(Armoury desk) {
        List<String> people = rows(desk);
        assertThat(people).filteredOn(row -> row.contains("signed-in")).isNotEmpty();
        assertThat(people)
                .filteredOn(row -> row.contains("arms-1") || row.contains("arms-2"))
                .filteredOn(row -> !row.contains("accounts.account-opened") && !row.contains("ACCOUNT_OPENED"))
                .filteredOn(row -> !row.startsWith("account ") && !row.startsWith("credential "))
                // When the account was opened, by whom: the entry of the opening says no less.
                .filteredOn(row -> !row.matches("password_set arms-[12] admin-1 " + Micros.of(OPENED)))
                .isEmpty();
        Set<String> inBoth = tokens(people.stream());
        inBoth.retainAll(tokens(desk.book.lines().stream().map(DayBook.Line::toString)));
        inBoth.removeAll(Set.of("arms-1", "arms-2", "2019-09-14"));
        assertThat(inBoth).filteredOn(token -> token.matches(".*\\d.*")).isEmpty();
    }

    private static List<String> rows(Armoury desk) {
        var rows = new ArrayList<String>();
        var client = desk.node.journal().now().rows();
        for (String table : client.sql("select name from sqlite_master where type = 'table'")
                .query((row, n) -> row.getString(1))
                .list()) {
            client.sql("select * from " + table)
                    .query()
                    .listOfRows()
                    .forEach(row -> rows.add(table + " "
                            + row.values().stream()
                                    .map(value ->
                                            value instanceof byte[] bytes ? new String(bytes, ISO_8859_1) : "" + value)
                                    .collect(Collectors.joining(" "))));
        }
        return rows;
    }

    private static Set<String> tokens(Stream<String> texts) {
        var tokens = new HashSet<String>();
        texts.forEach(text -> TOKEN.matcher(text).results().forEach(match -> tokens.add(match.group())));
        return tokens;
    }

    /// Neither names, sizes, times nor bytes of the files.
    private static void theFilesTellNothing(Path path, Spoils spoils, boolean overNow)
            throws IOException, SQLException {
        Path arms = path.resolve("arms");
        var day = FileTime.from(Instant.parse(overNow ? "2019-09-15T00:00:00Z" : "2019-09-14T00:00:00Z"));
        try (Stream<Path> files = Files.list(arms)) {
            for (Path file : files.toList()) {
                assertThat(String.valueOf(file.getFileName())).isIn("book.db", "keys.db", "head");
                String bytes = new String(Files.readAllBytes(file), ISO_8859_1);
                spoils.ids().forEach((tag, id) -> assertThat(bytes).doesNotContain(tag.text(), id));
                if (!file.endsWith("keys.db"))
                    assertThat(Files.getLastModifiedTime(file)).isEqualTo(day);
            }
        }
        assertThat(Files.getLastModifiedTime(arms)).isEqualTo(day);
        try (Connection book = DriverManager.getConnection("jdbc:sqlite:" + arms.resolve("book.db"));
                var statement = book.createStatement()) {
            try (var rows = statement.executeQuery("select count(*) from sheet")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).as("a row for the day").isEqualTo(1);
            }
            try (var rows = statement.executeQuery(
                    "select group_concat(name) from sqlite_master where type = 'table' and name not like 'flyway%'")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("sheet");
            }
        }
        for (String file : List.of("clearway.db", "clearway.db-wal")) {
            if (!Files.exists(path.resolve(file))) continue;
            String bytes = new String(Files.readAllBytes(path.resolve(file)), ISO_8859_1);
            spoils.ids().forEach((tag, id) -> assertThat(bytes).doesNotContain(tag.text(), id));
        }
    }
}
