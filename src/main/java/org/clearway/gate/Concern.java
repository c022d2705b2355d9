// SPDX-License-Identifier: Apache-2.0
package org.clearway.gate;

/// A concern on record, still sealed.
public record Concern(ConcernId id, Gate gate, HourSlot hour) {}
