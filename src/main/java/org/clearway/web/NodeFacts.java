// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.clearway.language.Names;

/// What the pages need to know of the node that they show.
///
/// @param name what the node, or whoever runs it, is called
/// @param reconstructs the scenario it plays; marks every page RECONSTRUCTION
/// @param version of the program
/// @param clock the time on the pages; a scenario's own, where there is one
/// @param ticking the machine's own clock, which sessions are measured by
/// @param zone the zone that times are shown in
/// @param signOffAfter how long somebody may be away before they are signed out
public record NodeFacts(
        Names name,
        Optional<Names> reconstructs,
        String version,
        InstantSource clock,
        InstantSource ticking,
        ZoneId zone,
        Duration signOffAfter) {
    public NodeFacts {
        if (signOffAfter.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("Signing off after less than a minute is too soon: " + signOffAfter);
        }
    }
}
