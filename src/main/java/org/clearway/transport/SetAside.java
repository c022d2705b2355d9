// SPDX-License-Identifier: Apache-2.0
package org.clearway.transport;

import java.time.Instant;
import org.clearway.access.AccountId;

/// That a vehicle does not come here although its manifest was taken in: why, and on whose word.
/// Nobody who is on it is expected, and nobody is said to be anywhere.
///
/// @param account who put it on record here, and when
public record SetAside(NotComing why, ToldBy toldBy, AccountId account, Instant at) {}
