// SPDX-License-Identifier: Apache-2.0
/// The day's bulletin: what was reported up to the cut-off, and by whom, as a value that follows from the journal
/// alone; its
/// languages and forms, its two approvers, its corrections, and the hiding of small counts of people.
/// Ask {@link org.clearway.bulletin.Bulletins}; it answers with an {@link org.clearway.bulletin.Edition}, which renders
/// itself.
@NullMarked
package org.clearway.bulletin;

import org.jspecify.annotations.NullMarked;
