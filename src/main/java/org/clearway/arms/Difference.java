// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

import java.time.LocalDate;
import java.util.Optional;

/// Something that a count found otherwise than the register says.
///
/// @param item what was not found; absent where things were found that have no tag
/// @param untagged how many of these
/// @param settled how it ended; absent while it is open
public record Difference(
        CountId count,
        LocalDate day,
        PremisesId store,
        Optional<ItemTag> item,
        long untagged,
        WhyDiffers because,
        Optional<HowSettled> settled) {}
