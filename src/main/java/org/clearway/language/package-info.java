// SPDX-License-Identifier: Apache-2.0
/// Languages: the names of places and offices in several of them, the words that pages and bulletins are made of,
/// and what went wrong, said in each.
/// Ask {@link org.clearway.language.Wording} for words; throw a {@link org.clearway.language.Problem}.
@NullMarked
package org.clearway.language;

import org.jspecify.annotations.NullMarked;
