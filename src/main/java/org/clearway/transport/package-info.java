// SPDX-License-Identifier: Apache-2.0
/// How people get to where they go on to, and that every one of them is accounted for: vehicles and safe areas, trips
/// and
/// their manifests, convoys on the road, receptions, and people who go by themselves. Ask
/// {@link org.clearway.transport.Trips}, {@link org.clearway.transport.Convoys} and
/// {@link org.clearway.transport.Receptions}; a trip is not over while one person is unaccounted for. What nobody told
/// lately is not known.
@NullMarked
package org.clearway.transport;

import org.jspecify.annotations.NullMarked;
