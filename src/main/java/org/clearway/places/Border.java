// SPDX-License-Identifier: Apache-2.0
package org.clearway.places;

import java.time.Instant;
import org.clearway.geo.AreaShape;
import org.clearway.time.Span;

/// Where an area lay, as somebody published it.
/// @param valid as it was told; the shape holds the instants that follow from it
public record Border(AreaShape shape, Span valid, Source source, Instant knownFrom) {}
