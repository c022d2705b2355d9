// SPDX-License-Identifier: Apache-2.0
/// The gate: who passes is counted, and nobody is named. Ask {@link org.clearway.gate.Gates} of the
/// gate and its counts, {@link org.clearway.gate.Cards} of the card that a household has, and
/// {@link org.clearway.gate.Choices} of those who stay; whether a gate may take people in just now is
/// answered by {@link org.clearway.gate.GateState}. A gate works while every relevant party's promise
/// stands and nobody has stopped it; those who are inside when it stops are served all the same. Counts
/// stand by the hour, in local time. There is no field for why anybody turned back home.
@NullMarked
package org.clearway.gate;

import org.jspecify.annotations.NullMarked;
