// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

/// What a node is that is none of the real ones.
public enum StoryKind {
    /// Told from published reports, afterwards.
    RECONSTRUCTION,
    /// Made up, to practise on.
    EXERCISE
}
