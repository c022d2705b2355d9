// SPDX-License-Identifier: Apache-2.0
package org.clearway.agreement;

import org.clearway.geo.AreaId;

/// A piece of ground that somebody is said to hold. A zone is not an area, even where it is made of one.
public sealed interface Territory {
    record OfZone(ZoneId zone) implements Territory {}

    record OfArea(AreaId area) implements Territory {}
}
