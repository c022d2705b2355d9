// SPDX-License-Identifier: Apache-2.0
package org.clearway.arms;

/// One thing on the table.
///
/// @param hazard whether it may be touched
public record HandedOver(What what, AmmunitionHazard hazard) {}
