// SPDX-License-Identifier: Apache-2.0
/// Places on record: what areas are called and where they lie, as a node was told and knew it, and what claims of
/// every kind have in common: the source that they cite, and how one that should never have been recorded is withdrawn.
/// Ask {@link org.clearway.places.Places}; for attribution, take its `Gazetteer`. A renaming or a better border never
/// overwrites: both stay, each with the time from which it was known.
/// Nothing here is confidential; only recording takes an actor.
@NullMarked
package org.clearway.places;

import org.jspecify.annotations.NullMarked;
