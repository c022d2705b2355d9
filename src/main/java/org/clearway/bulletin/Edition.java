// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clearway.journal.StoryKind;
import org.clearway.language.Language;
import org.clearway.time.Period;

/// One version of a day's bulletin, and how far it has come. Who approved it is nowhere in it.
public final class Edition {
    private final Bulletin bulletin;
    private final Digest digest;
    private final Stage stage;
    private final Optional<String> named;

    /// @param named the act that first proposed that day's bulletin; absent where nobody has
    Edition(Bulletin bulletin, Digest digest, Stage stage, Optional<String> named) {
        this.bulletin = bulletin;
        this.digest = digest;
        this.stage = stage;
        this.named = named;
    }

    static Edition notMade(Bulletin bulletin) {
        return new Edition(bulletin, Digest.of(bulletin), new Stage.NotMade(), Optional.empty());
    }

    /// The day of publication.
    public LocalDate day() {
        return bulletin.day();
    }

    /// 1, and one more for each correction.
    public int version() {
        return bulletin.version();
    }

    /// Whether it corrects an earlier version.
    public boolean isCorrection() {
        return bulletin.correction().isPresent();
    }

    /// What an approval must name.
    public Digest digest() {
        return digest;
    }

    public Stage stage() {
        return stage;
    }

    /// The time whose reports it holds, from cut-off to cut-off, and the zone it is told in.
    public Period covers() {
        return bulletin.covers();
    }

    public Optional<StoryKind> story() {
        return bulletin.marked();
    }

    public List<Tag> tags() {
        return Tag.of(bulletin);
    }

    /// At most 90 characters, without signs of direction.
    public String headline(Language language) {
        return new Typesetter(language).bare(CopyDesk.headline(bulletin));
    }

    /// Renders it, with what it is marked as (RECONSTRUCTION, DRAFT, a correction) at its head.
    public String render(Language language, Format format) {
        return new Typesetter(language).set(CopyDesk.write(bulletin, stage), format);
    }

    Bulletin bulletin() {
        return bulletin;
    }

    Optional<String> named() {
        return named;
    }

    Optional<Instant> publishedAt() {
        return stage instanceof Stage.Published(Instant at) ? Optional.of(at) : Optional.empty();
    }
}
