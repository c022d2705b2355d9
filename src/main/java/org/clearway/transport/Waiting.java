// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.time.Instant;
import java.util.Optional;

/// A household that waits at the vehicles now.
///
/// @param number by which it is called; told to it when it came, and of no meaning afterwards
/// @param load those of it who have not boarded
/// @param chosen where they say that they want to go, where they have said
/// @param since the beginning of the hour in which they came, and nothing more exact
public record Waiting(long number, Mark mark, Load load, Optional<SafeAreaId> chosen, Instant since) {}
