// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clearway.language.Language;
import org.clearway.language.Names;
import org.clearway.web.Network;
import org.clearway.web.NodeFacts;
import org.clearway.web.RequestMeter;
import org.clearway.web.Stepper;
import org.clearway.web.WebShell;

/// Serves the pages of a node, on the loopback address; on a network over HTTPS alone.
final class WebServer {
    private static final Duration SIGN_OFF_AFTER = Duration.ofMinutes(30);

    private WebServer() {}

    /// @param port 0 for any that is free
    /// @throws org.clearway.language.Problem `web.port-taken`
    static WebShell.Running start(Node node, int port, Optional<Stepper> stepper) {
        return start(node, port, Optional.empty(), stepper, Optional.empty());
    }

    /// @param network where it is opened to other machines too, over HTTPS
    /// @param meter measures requests
    static WebShell.Running start(
            Node node, int port, Optional<Network> network, Optional<Stepper> stepper, Optional<RequestMeter> meter) {
        var desks = new ArrayList<>(List.of(
                node.journal(),
                node.accounts(),
                node.resets(),
                node.devices(),
                node.duties(),
                new SecureRandom(),
                node.certificates(),
                node.places(),
                node.agreements(),
                node.ledgers(),
                node.fires(),
                node.corridors(),
                node.routes(),
                node.notifications(),
                node.gates(),
                node.cards(),
                node.choices(),
                node.shifts(),
                node.servicePoints(),
                node.stocks(),
                node.complaints(),
                node.safeAreas(),
                node.trips(),
                node.waitingLines(),
                node.manifests(),
                node.convoys(),
                node.drivers(),
                node.receptions(),
                node.ownWays(),
                node.vehicles(),
                node.weapons(),
                node.boards(),
                node.bulletins(),
                node.vitals(),
                node.exports(),
                node.backups(),
                node.papers(),
                node.setUps()));
        stepper.ifPresent(desks::add);
        meter.ifPresent(desks::add);
        node.vitals().watchClock();
        return WebShell.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                network,
                facts(node),
                List.copyOf(desks));
    }

    private static NodeFacts facts(Node node) {
        Optional<NodeFacts.Told> tells = node.story()
                .map(story -> new NodeFacts.Told(
                        story.scenario().kind().asStory(), story.scenario().names()));
        return new NodeFacts(
                tells.map(NodeFacts.Told::names).orElseGet(() -> Names.of(Language.EN, "Clearway")),
                tells,
                ProgramVersion.text(),
                node.journal().clock(),
                InstantSource.system(),
                node.zone(),
                SIGN_OFF_AFTER);
    }
}
