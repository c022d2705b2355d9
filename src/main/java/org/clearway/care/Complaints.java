// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clearway.access.Actor;
import org.clearway.access.Deed;
import org.clearway.agreement.CorridorId;
import org.clearway.care.CareEntries.ComplaintHandled;
import org.clearway.corridor.Corridors;
import org.clearway.journal.ActId;
import org.clearway.journal.Draft;
import org.clearway.journal.FreeText;
import org.clearway.journal.Journal;
import org.clearway.journal.Reading;
import org.clearway.journal.Sealed;
import org.clearway.journal.Unsealed;
import org.clearway.language.Language;
import org.clearway.language.Problem;
import org.clearway.time.Micros;
import org.clearway.time.Occurred;

/// Complaints, from anyone and about anything. What is sensitive passes the staff of the site by: for them it is not
/// there. Safe for use by many threads.
public final class Complaints {
    private final Journal journal;
    private final InstantSource clock;

    public Complaints(Journal journal) {
        this.journal = journal;
        this.clock = journal.clock();
    }

    /// What complaints may be about: each corridor, and after it its points. Everybody is shown these names.
    public List<ComplaintPlace> places(Actor actor, Reading at) {
        actor.must(Deed.FILE_COMPLAINT);
        return Corridors.all(at).stream()
                .flatMap(corridor -> Stream.concat(
                        Stream.of(new ComplaintPlace(
                                corridor.id(), corridor.names(), Optional.empty(), Optional.empty())),
                        PointRows.of(at).points(corridor.id()).stream()
                                .map(point -> new ComplaintPlace(
                                        corridor.id(),
                                        corridor.names(),
                                        Optional.of(point.id()),
                                        Optional.of(point.names())))))
                .toList();
    }

    /// Takes in a complaint, of whoever it is, and answers with the reference under which they can ask after it. It is
    /// told to the day and no more exactly.
    /// @throws Problem `corridor.unknown`, `care.point-unknown`
    public ComplaintRef file(Actor actor, ActId act, Complaint complaint, ZoneId zone) {
        return file(actor, act, complaint, clock.instant().atZone(zone).toLocalDate(), zone);
    }

    /// The same for one that was written on paper on a day before.
    /// @throws Problem as {@link #file(Actor, ActId, Complaint, ZoneId)}; `care.complaint-of-the-future`
    public ComplaintRef file(Actor actor, ActId act, Complaint complaint, LocalDate written, ZoneId zone) {
        actor.must(Deed.FILE_COMPLAINT);
        if (written.isAfter(clock.instant().atZone(zone).toLocalDate())) {
            throw Problem.of("care.complaint-of-the-future", "day", written);
        }
        ComplaintRef reference = reference(act);
        Occurred day = Occurred.on(written, zone);
        journal.record(actor, act, Draft.of(ComplaintFiled.of(reference, complaint), day), views -> {
            Corridors.require(views, complaint.corridor());
            complaint.point().ifPresent(point -> ServicePoints.requireKnown(views, point));
        });
        return reference;
    }

    /// What became of a complaint: that, and nothing else of it.
    /// @throws Problem `care.complaint-unknown`
    public ComplaintState state(Actor actor, Reading at, ComplaintRef reference) {
        actor.must(Deed.FILE_COMPLAINT);
        return require(at, reference).state();
    }

    /// The complaints that the actor deals with, the latest first: the sensitive ones are among them for protection
    /// only.
    public List<ComplaintOnRecord> list(Actor actor, Reading at, CorridorId corridor) {
        actor.must(Deed.READ_COMPLAINT);
        return at
                .rows()
                .sql("select * from care_complaint where corridor = ? order by position desc")
                .param(corridor.slug())
                .query((row, n) -> complaint(row))
                .list()
                .stream()
                .filter(complaint -> isFor(actor, complaint))
                .toList();
    }

    /// Opens the words of a complaint. That they were read is itself an entry.
    /// @throws Problem `care.complaint-unknown`, also where it is not the actor's to see;
    ///     `care.complaint-without-words`
    public Unsealed<FreeText> read(Actor actor, ActId act, ComplaintRef reference) {
        actor.must(Deed.READ_COMPLAINT);
        requireFor(actor, journal.now(), reference);
        Sealed.Closed<FreeText> text = journal.now()
                .rows()
                .sql("select text from care_complaint where reference = ? and text is not null")
                .param(reference.signs())
                .query((row, n) -> Sealed.Closed.<FreeText>ofLine(row.getString("text")))
                .optional()
                .orElseThrow(() -> Problem.of("care.complaint-without-words", "reference", reference));
        return journal.open(actor, act, text, FreeText.class);
    }

    /// Says that a complaint is acknowledged, or closed.
    /// @throws Problem `care.complaint-unknown`, also where it is not the actor's to see;
    ///     `care.complaint-out-of-turn` where it is that already, or closed
    public void handle(Actor actor, ActId act, ComplaintRef reference, ComplaintState state) {
        actor.must(Deed.READ_COMPLAINT);
        var draft = Draft.of(new ComplaintHandled(reference, state), ServicePoints.named(act));
        journal.record(actor, act, draft, views -> {
            ComplaintOnRecord complaint = requireFor(actor, views, reference);
            if (state.compareTo(complaint.state()) <= 0) {
                throw Problem.of("care.complaint-out-of-turn", "reference", reference);
            }
        });
    }

    /// The same act has the same reference; from the act alone, without the keys of this node, nobody tells it.
    private ComplaintRef reference(ActId act) {
        var left = new BigInteger(journal.subject("complaint " + act).pseudonym(), 16);
        var base = BigInteger.valueOf(ComplaintRef.ALPHABET.length());
        var signs = new StringBuilder();
        for (int i = 0; i < ComplaintRef.LENGTH; i++) {
            BigInteger[] parts = left.divideAndRemainder(base);
            signs.append(ComplaintRef.ALPHABET.charAt(parts[1].intValue()));
            left = parts[0];
        }
        return new ComplaintRef(signs.toString());
    }

    private static boolean isFor(Actor actor, ComplaintOnRecord complaint) {
        return !complaint.sensitive() || actor.may(Deed.READ_SENSITIVE_COMPLAINT);
    }

    private static ComplaintOnRecord requireFor(Actor actor, Reading at, ComplaintRef reference) {
        return Optional.of(require(at, reference))
                .filter(complaint -> isFor(actor, complaint))
                .orElseThrow(() -> unknown(reference));
    }

    private static ComplaintOnRecord require(Reading at, ComplaintRef reference) {
        return at.rows()
                .sql("select * from care_complaint where reference = ?")
                .param(reference.signs())
                .query((row, n) -> complaint(row))
                .optional()
                .orElseThrow(() -> unknown(reference));
    }

    private static Problem unknown(ComplaintRef reference) {
        return Problem.of("care.complaint-unknown", "reference", reference);
    }

    private static ComplaintOnRecord complaint(ResultSet row) throws SQLException {
        return new ComplaintOnRecord(
                new ComplaintRef(row.getString("reference")),
                Micros.instant(row.getLong("received")),
                new CorridorId(row.getString("corridor")),
                Optional.ofNullable(row.getString("point")).map(PointId::new),
                ComplaintChannel.valueOf(row.getString("channel")),
                Language.ofTag(row.getString("language")).orElseThrow(),
                ComplaintTopic.valueOf(row.getString("topic")),
                row.getInt("sensitive") == 1,
                row.getString("text") != null,
                ComplaintState.valueOf(row.getString("state")));
    }
}
