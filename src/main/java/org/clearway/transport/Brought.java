// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import org.clearway.journal.VerifyingKey;

/// What a document is that somebody brought, to be taken in.
public sealed interface Brought {
    /// A manifest, as its node signed it.
    record Sound(CarriedManifest manifest, Sender sender) implements Brought {}

    /// A manifest, signed by a node that nobody here has accepted yet: whoever can, compares the
    /// key's groups with those that the gate shows.
    record FromUnknown(CarriedManifest manifest, VerifyingKey key) implements Brought {}

    /// A manifest, signed by a node that was accepted here and is so no longer.
    record FromWithdrawn(CarriedManifest manifest, Sender sender) implements Brought {}

    /// This very node sealed it.
    record OfThisNode(CarriedManifest manifest) implements Brought {}

    /// Of an exercise, brought to a real node; or of a real one, brought to an exercise.
    record OfAnotherKind(CarriedManifest manifest) implements Brought {}

    /// It begins as a manifest does, and is not what was signed: a byte of it is another.
    record Changed() implements Brought {}

    /// Some other file.
    record NotAManifest() implements Brought {}
}
