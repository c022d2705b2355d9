// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

/// The name of an entry: the act that made it, and its place among the entries of that act, from 0.
public record EntryId(ActId act, int ordinal) {
    @Override
    public String toString() {
        return act + "/" + ordinal;
    }
}
