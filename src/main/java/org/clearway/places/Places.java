// SPDX-License-Identifier: Apache-2.0
package org.clearway.places;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.geo.Area;
import org.clearway.geo.AreaId;
import org.clearway.geo.AreaKind;
import org.clearway.geo.AreaShape;
import org.clearway.geo.Gazetteer;
import org.clearway.geo.GeoJson;
import org.clearway.geo.Position;
import org.clearway.geo.Shape;
import org.clearway.journal.ActId;
import org.clearway.journal.Chapter;
import org.clearway.journal.Draft;
import org.clearway.journal.EntryKind;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Receipt;
import org.clearway.journal.Rule;
import org.clearway.language.Language;
import org.clearway.language.Problem;
import org.clearway.time.Micros;
import org.clearway.time.Occurred;
import org.clearway.time.Span;

/// Every area on record. Recording takes an actor who may; reading is open, since names and borders are public.
/// Safe for use by many threads.
public final class Places {
    /// Later than anything known: what a reading knows is all that it holds.
    private static final long LATEST = Micros.FOREVER - 1;

    private static final int GAZETTEERS_KEPT = 4;

    private final Journal journal;
    /// Gazetteers by the last word about places that went into them.
    private final SequencedMap<Long, Gazetteer> byLastWord = new LinkedHashMap<>();

    public Places(Journal journal) {
        this.journal = journal;
    }

    public static Chapter chapter() {
        return Chapter.of(
                "places",
                List.of(
                        new EntryKind("places.area-named", 1, AreaNamed.class),
                        new EntryKind("places.area-bounded", 1, AreaBounded.class),
                        new EntryKind("places.claim-withdrawn", 1, ClaimWithdrawn.class),
                        new EntryKind("places.name-languages-chosen", 1, NameLanguagesChosen.class)),
                new PlaceView(),
                new NameLanguageView(),
                new WithdrawalView());
    }

    /// Names an area, or names it anew: the earlier names stay on record as what was known before.
    /// @param position where a settlement is put on a map
    /// @throws Problem `geo.…` if its parent is not known or not coarser, or its P-code is another area's
    public Receipt name(Actor actor, ActId act, Area area, Optional<Position> position) {
        actor.must(Deed.RECORD_PLACE);
        return journal.record(actor, act, named(area, position), views -> requireSound(views, List.of(area)));
    }

    /// Says where an area lay, from when until when. A shape that begins when another one of the area did replaces that
    /// one; a later beginning is a border that changed.
    /// @param borderMetres how far off the drawn border may be, see {@link AreaShape}
    /// @throws Problem `geo.area-unknown`, `geo.border-metres`
    public Receipt bound(
            Actor actor, ActId act, AreaId area, Shape shape, Span valid, int borderMetres, Source source) {
        actor.must(Deed.RECORD_PLACE);
        return journal.record(
                actor,
                act,
                bounded(area, shape, valid, borderMetres, source),
                views -> requireKnown(views, List.of(area)));
    }

    /// Loads a GeoJSON file of boundaries as one act: all of it, or nothing.
    /// @param valid from when until when the borders held
    /// @throws Problem `geo.…` where the file cannot be read, or the areas would not go together
    public AreaImport importAreas(
            Actor actor, ActId act, byte[] geoJson, AreaMapping mapping, Span valid, Source source) {
        actor.must(Deed.RECORD_PLACE);
        var read = new AreaReading(mapping, gazetteer(journal.now()), GeoJson.read(geoJson));
        if (!read.faults.isEmpty()) {
            return new AreaImport.Refused(read.faults.stream()
                    .sorted(Comparator.comparingInt(AreaImport.Fault::feature))
                    .toList());
        }
        if (read.bounded.isEmpty()) return new AreaImport.Refused(List.copyOf(read.passedOver));
        var drafts = new ArrayList<Draft>();
        read.named.forEach(area -> drafts.add(named(area, Optional.empty())));
        read.bounded.forEach(
                area -> drafts.add(bounded(area.area(), area.shape(), valid, area.borderMetres(), source)));
        Receipt receipt = journal.record(actor, act, drafts, views -> requireSound(views, read.named));
        return new AreaImport.Imported(
                receipt,
                read.bounded.stream().map(AreaReading.Bounded::area).toList(),
                read.named.stream().map(Area::id).toList(),
                read.bounded.stream()
                        .filter(AreaReading.Bounded::mended)
                        .map(AreaReading.Bounded::area)
                        .toList(),
                List.copyOf(read.passedOver));
    }

    /// Takes in a table of areas: all rows that can be, as one act, and says of each row what became of it. An area
    /// that
    /// is on record stays as it is.
    /// @param kind what a row is that does not say so
    /// @param language of names whose column does not say so
    /// @throws Problem `places.table-…` where it is no such table
    public TableImport importTable(Actor actor, ActId act, byte[] file, AreaKind kind, Language language) {
        actor.must(Deed.RECORD_PLACE);
        var read = new TableReading(TableText.read(file), kind, language, list(journal.now()));
        if (!read.named.isEmpty()) {
            journal.record(
                    actor,
                    act,
                    read.named.stream()
                            .map(one -> named(one.area(), one.position()))
                            .toList(),
                    views -> requireSound(
                            views,
                            read.named.stream().map(TableReading.Named::area).toList()));
        }
        return read.answers();
    }

    /// Chooses in which languages it is asked what something is called. Names in others stay as they are.
    /// @throws Problem `places.no-language`, where none of them is a language that pages are offered in
    public Receipt askIn(Actor actor, ActId act, Set<Language> languages) {
        actor.must(Deed.RECORD_PLACE);
        if (Language.offered().stream().noneMatch(languages::contains)) throw Problem.of("places.no-language");
        return journal.record(
                actor,
                act,
                Draft.of(
                        new NameLanguagesChosen(languages),
                        Occurred.at(journal.clock().instant(), ZoneOffset.UTC)),
                Rule.NONE);
    }

    /// The languages that were chosen to ask for names in; none where nobody has chosen.
    public List<Language> askedIn(Reading at) {
        return NameLanguageView.chosen(at.rows());
    }

    /// The areas and borders of a reading, ready to say to which area a point or a name belongs.
    public Gazetteer gazetteer(Reading at) {
        return gazetteer(at, LATEST);
    }

    /// The same, as known at `known`.
    public Gazetteer gazetteer(Reading at, Instant known) {
        return gazetteer(at, Micros.of(known));
    }

    public Optional<Place> area(Reading at, AreaId area) {
        return PlaceView.place(at.rows(), area, LATEST);
    }

    /// Every area, by id.
    public List<Place> list(Reading at) {
        return PlaceView.places(at.rows(), LATEST);
    }

    /// The same, as known at `known`.
    public List<Place> list(Reading at, Instant known) {
        return PlaceView.places(at.rows(), Micros.of(known));
    }

    /// Who published the borders that were known at `known`, each source once.
    public List<Source> borderSources(Reading at, Instant known) {
        return PlaceView.borderSources(at.rows(), Micros.of(known));
    }

    /// Where an area lay, through time, with who says so.
    public List<Border> borders(Reading at, AreaId area) {
        return PlaceView.borders(at.rows(), area, LATEST);
    }

    /// For the rules of other capabilities.
    /// @throws Problem `geo.area-unknown`, naming the first that is not on record
    public static void requireKnown(Reading views, Collection<AreaId> areas) {
        for (AreaId area : areas) {
            if (PlaceView.place(views.rows(), area, LATEST).isEmpty()) {
                throw Problem.of("geo.area-unknown", "area", area);
            }
        }
    }

    /// For the rules of other capabilities: where an area is put on a map, if that is known.
    public static Optional<Position> position(Reading views, AreaId area) {
        return PlaceView.place(views.rows(), area, LATEST).flatMap(Place::position);
    }

    private Gazetteer gazetteer(Reading at, long known) {
        long lastWord = PlaceView.lastWord(at.rows(), known);
        synchronized (byLastWord) {
            Gazetteer kept = byLastWord.get(lastWord);
            if (kept != null) return kept;
        }
        var made = new Gazetteer(
                PlaceView.places(at.rows(), known).stream().map(Place::area).toList(),
                PlaceView.borders(at.rows(), known).stream().map(Border::shape).toList());
        synchronized (byLastWord) {
            byLastWord.put(lastWord, made);
            if (byLastWord.size() > GAZETTEERS_KEPT) byLastWord.pollFirstEntry();
        }
        return made;
    }

    private Draft named(Area area, Optional<Position> position) {
        return Draft.of(
                AreaNamed.of(area, position), Occurred.at(journal.clock().instant(), ZoneOffset.UTC));
    }

    private static Draft bounded(AreaId area, Shape shape, Span valid, int borderMetres, Source source) {
        return Draft.of(new AreaBounded(area, shape, valid, borderMetres, source), valid.from());
    }

    /// That what is on record still goes together once `named` have been named: parents, levels, P-codes.
    private static void requireSound(Reading views, List<Area> named) {
        var areas = new LinkedHashMap<AreaId, Area>();
        for (Place place : PlaceView.places(views.rows(), LATEST)) areas.put(place.id(), place.area());
        named.forEach(area -> areas.put(area.id(), area));
        var _ = new Gazetteer(areas.values(), List.of());
    }
}
