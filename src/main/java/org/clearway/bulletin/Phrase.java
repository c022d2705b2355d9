// SPDX-License-Identifier: Apache-2.0
package org.clearway.bulletin;

import java.util.LinkedHashMap;
import java.util.Map;

/// Something to be said, before it is put into a language: the key of its words and what stands in them.
record Phrase(String key, Map<String, Term> terms) {
    Phrase {
        terms = Map.copyOf(terms);
    }

    static Phrase of(String key) {
        return new Phrase(key, Map.of());
    }

    /// The same with one more term.
    Phrase with(String name, Term term) {
        var more = new LinkedHashMap<>(terms);
        more.put(name, term);
        return new Phrase(key, more);
    }

    Term said() {
        return new Term.Said(this);
    }
}
