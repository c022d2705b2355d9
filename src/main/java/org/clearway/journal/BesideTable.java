// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

/// A table whose rows no entry tells of, and whether copies of it may be made.
public record BesideTable(String name, Copies copies) {
    public enum Copies {
        /// The newest copy alone, beside that of the keys: what is gone from the table is gone from
        /// it too.
        NEWEST,
        /// Never: what is in it goes by itself and must leave no trace, or is made anew.
        NONE
    }
}
