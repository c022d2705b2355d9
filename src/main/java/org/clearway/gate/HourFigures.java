// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

/// What passed a gate in an hour, one way. An hour of which nothing was reported has none.
public record HourFigures(Gate gate, Direction direction, HourSlot slot, Figures figures) {}
