// SPDX-License-Identifier: Apache-2.0
/// Places: what areas are called and where they lie, through time, and to which of them a point or a name belongs.
/// Ask a {@link org.clearway.geo.Gazetteer}; it answers with an {@link org.clearway.geo.Attribution}, which never
/// hides that more than one area is possible. Files come in through {@link org.clearway.geo.GeoJson}.
///
/// Pure: no clock, no database, no network. Coordinates are whole microdegrees of WGS 84 (0.11 m on a meridian),
/// so that what is hashed and compared is exact.
@NullMarked
package org.clearway.geo;

import org.jspecify.annotations.NullMarked;
