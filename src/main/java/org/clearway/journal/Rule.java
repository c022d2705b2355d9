// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

/// What must hold for an act to be recorded, asked on the writer's thread with the views as they stand just before it.
/// It refuses by throwing a {@link org.clearway.language.Problem}; then nothing of the act is kept. It may be asked
/// more
/// than once for an act, and of an act that is on record already: then its answer does not matter.
@FunctionalInterface
public interface Rule {
    Rule NONE = views -> {};

    void check(Reading views);

    /// Both must hold; this one is asked first.
    default Rule and(Rule other) {
        return views -> {
            check(views);
            other.check(views);
        };
    }
}
