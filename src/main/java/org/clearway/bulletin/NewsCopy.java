// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import java.util.List;

/// A bulletin as it will be read, before it is put into a language or set as plain text or HTML.
///
/// @param marks what every reader must see first: RECONSTRUCTION, DRAFT, a correction
record NewsCopy(
        List<Phrase> marks,
        Phrase headline,
        Phrase dateline,
        List<Sentence> lede,
        List<Section> sections,
        List<Section> small) {

    /// @param title its heading
    record Section(Phrase title, List<Block> blocks) {
        Section {
            blocks = List.copyOf(blocks);
        }
    }

    /// What a section is made of.
    sealed interface Block {}

    /// Sentences that belong together.
    record Paragraph(List<Sentence> sentences) implements Block {
        Paragraph {
            sentences = List.copyOf(sentences);
        }
    }

    /// Points, each of one or more sentences.
    record Points(List<Paragraph> points) implements Block {
        Points {
            points = List.copyOf(points);
        }
    }

    /// What the points beside it say, as a table. Plain text leaves it out.
    ///
    /// @param rows each as long as `columns`; its first cell is its heading
    record Table(Phrase caption, List<Phrase> columns, List<List<Phrase>> rows) implements Block {
        Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    NewsCopy {
        marks = List.copyOf(marks);
        lede = List.copyOf(lede);
        sections = List.copyOf(sections);
        small = List.copyOf(small);
    }
}
