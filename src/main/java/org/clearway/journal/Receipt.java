// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.time.Instant;

/// The promise that an act is on disk.
///
/// @param recorded when it was recorded
/// @param position the journal's position of its last entry
/// @param repeated true where the very same act had been recorded before and nothing was added
public record Receipt(ActId act, Instant recorded, long position, boolean repeated) {}
