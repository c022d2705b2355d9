// SPDX-License-Identifier: Apache-2.0
/// Blank forms of the desks, for the day on which nothing works: which there are, the numbers that printed sheets
/// carry, and what is entered from them afterwards through the desks' own front desks, with the time that stands on
/// the sheet. Ask {@link org.clearway.paper.Papers}.
@NullMarked
package org.clearway.paper;

import org.jspecify.annotations.NullMarked;
