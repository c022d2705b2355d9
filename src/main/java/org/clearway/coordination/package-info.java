// SPDX-License-Identifier: Apache-2.0
/// The board of a corridor: announced, assured, used, each with who says so, and what calls for attention.
/// Ask {@link org.clearway.coordination.Boards}; it answers with a {@link org.clearway.coordination.Board}. It keeps
/// nothing of its own: everything on a board is what other capabilities know.
@NullMarked
package org.clearway.coordination;

import org.jspecify.annotations.NullMarked;
