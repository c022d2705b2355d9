// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import org.clearway.journal.StoryKind;

/// What a scenario is.
public enum ScenarioKind {
    /// Told from published reports, afterwards.
    RECONSTRUCTION,
    /// Made up, to practise on.
    EXERCISE,
    /// How a node is set up, and nothing that happened: the only one that a real node takes in.
    SET_UP;

    /// What a node is that tells it. Who loads a set-up of its own into a folder of scenarios practises there.
    public StoryKind asStory() {
        return this == RECONSTRUCTION ? StoryKind.RECONSTRUCTION : StoryKind.EXERCISE;
    }
}
