// SPDX-License-Identifier: Apache-2.0
/// Corridors: what is planned, what each side announces of them, and what each claims of their use.
/// Ask {@link org.clearway.corridor.Corridors}; it answers with {@link org.clearway.corridor.Announced} and
/// {@link org.clearway.corridor.Used}. That a corridor is open is somebody's announcement, and stands under their name
/// beside what others announce; whether it is assured is asked in `agreement`. Zero is a figure.
@NullMarked
package org.clearway.corridor;

import org.jspecify.annotations.NullMarked;
