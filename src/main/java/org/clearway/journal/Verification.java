// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

/// What `journal verify` found.
public sealed interface Verification {
    /// Every entry is there, unchanged and in order, up to the heads that were noted outside.
    record Sound(long entries, int streams) implements Verification {}

    /// The first thing that is wrong.
    ///
    /// @param sequence the place in the stream where it is
    record Broken(StreamId stream, long sequence, Fault fault) implements Verification {}

    enum Fault {
        /// The entry is not what was hashed.
        CHANGED,
        /// There is no entry with this number, but there are later ones.
        MISSING,
        /// The entry stands in another place than it was written in.
        REORDERED,
        /// The stream ends before a head that was noted outside the database.
        TAIL_MISSING,
        /// The head that was noted outside is not signed by this node, or is of another chain.
        HEAD_DIFFERS,
        /// No head was noted outside for the stream, or it cannot be read: nobody can tell whether the stream goes on.
        HEAD_MISSING,
        /// The stream does not begin with the entry that opens it under its node's key.
        NOT_OPENED,
        /// The key of a sealed field is neither in the file of keys nor destroyed by an entry, or does not open it.
        KEY_MISSING
    }
}
