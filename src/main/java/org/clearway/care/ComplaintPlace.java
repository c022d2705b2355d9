// SPDX-License-Identifier: Apache-2.0
package org.clearway.care;

import java.util.Optional;
import org.clearway.agreement.CorridorId;
import org.clearway.language.Names;

/// What a complaint may be about, by name and no more: a corridor, or a point at it.
public record ComplaintPlace(
        CorridorId corridor, Names corridorNames, Optional<PointId> point, Optional<Names> pointNames) {}
