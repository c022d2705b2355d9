// SPDX-License-Identifier: Apache-2.0
/// Scenarios: reconstructions and exercises, told as data in files that a field officer can read
/// and edit, and played through the same front desks that people use, on a clock of their own.
/// {@link org.clearway.scenario.Scenarios} finds them; {@link org.clearway.scenario.StoryPlayer}
/// plays one.
@NullMarked
package org.clearway.scenario;

import org.jspecify.annotations.NullMarked;
