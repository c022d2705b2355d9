// SPDX-License-Identifier: Apache-2.0
/// How a node does, for whoever looks after it: the disk, the clock, the last entry, whether every
/// entry is what it was, the last backup, and what waits. Ask {@link Vitals}; it answers with a
/// {@link Vital} for each. Nothing here tells anything of those whom a node serves.
@NullMarked
package org.clearway.health;

import org.jspecify.annotations.NullMarked;
