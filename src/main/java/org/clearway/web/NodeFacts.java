// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.clearway.journal.StoryKind;
import org.clearway.language.Names;

/// What the pages need to know of the node that they show.
///
/// @param name what the node, or whoever runs it, is called
/// @param tells what it tells, where it is none of the real ones; marks every page
/// @param version of the program
/// @param clock the time on the pages; a scenario's own, where there is one
/// @param ticking the machine's own clock, which sessions are measured by
/// @param zone the zone that times are shown in
/// @param signOffAfter how long somebody may be away before they are signed out
public record NodeFacts(
        Names name,
        Optional<Told> tells,
        String version,
        InstantSource clock,
        InstantSource ticking,
        ZoneId zone,
        Duration signOffAfter) {
    /// @param names what the story is called
    public record Told(StoryKind kind, Names names) {}

    /// What the cookie is called that a session goes by. Browsers do not tell the ports of a machine apart: who looks
    /// at
    /// an exercise beside a real node on one machine is signed out of neither.
    String sessionCookie() {
        return tells.isPresent() ? "clearway-story" : "clearway-session";
    }

    public NodeFacts {
        if (signOffAfter.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("Signing off after less than a minute is too soon: " + signOffAfter);
        }
    }
}
