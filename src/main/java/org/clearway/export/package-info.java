// SPDX-License-Identifier: Apache-2.0
/// Tables that somebody takes out of the node as a file, for a spreadsheet or another program: which
/// there are, who may take out which, in which form, and what became of each. Figures and claims alone:
/// what is a record of one household, trip or complaint is not taken out by one person.
/// Ask {@link org.clearway.export.Exports}.
@NullMarked
package org.clearway.export;

import org.jspecify.annotations.NullMarked;
