// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

/// What is taken out of a node as a file, and leaves an entry when it is.
public enum Taken {
    /// How the node is set up, with the ways of its corridors and the positions of its crossings.
    SET_UP,
    /// The same without ways and positions.
    SET_UP_WITHOUT_WAYS,
    /// The whole node as a sealed backup.
    BACKUP,
    /// The same by itself, from then on.
    BACKUPS_FROM_NOW_ON
}
