// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.time.Instant;
import org.clearway.gate.Sex;

/// How many came in one hour this urgently, of one age group and sex.
///
/// @param hour its first instant
public record TriageHour(Instant hour, TriageColour colour, PatientAge age, Sex sex, long people) {}
