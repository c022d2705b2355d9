// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

/// A type of entry: its name in the journal for ever, its version, and the record that holds its body.
public record EntryKind(String name, int version, Class<? extends Body> body) {}
