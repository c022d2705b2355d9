// SPDX-License-Identifier: Apache-2.0
/// The journal: everything that is observed, claimed, decided or done, as entries that are appended and never edited.
/// {@link org.clearway.journal.NodeFolder} opens a node's folder; {@link org.clearway.journal.Journal} is the front
/// desk.
/// A capability brings a {@link org.clearway.journal.Chapter}: its bodies, its views, its indexes. All times are UTC.
@NullMarked
package org.clearway.journal;

import org.jspecify.annotations.NullMarked;
