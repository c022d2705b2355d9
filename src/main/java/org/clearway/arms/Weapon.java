// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

import java.util.Optional;

/// What the register holds of a weapon (ISACS/MOSAIC 05.30): what it is, and what stands on it.
///
/// @param model its type or model
/// @param importMark the mark of the country that it was brought into
/// @param markingsAt where on it the marks stand
public record Weapon(
        Optional<Mark> make,
        Optional<Mark> model,
        Optional<Calibre> calibre,
        Serial serial,
        Optional<Country> country,
        Optional<YearMade> year,
        Optional<Mark> importMark,
        Optional<Mark> markingsAt,
        WeaponCondition condition) {}
