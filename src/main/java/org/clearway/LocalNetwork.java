// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clearway.language.Problem;
import org.clearway.trust.Authority;
import org.clearway.trust.Host;

/// Under which names and addresses other machines reach this one: those that were named, and, where
/// that was asked for, those that it has just now in private networks.
///
/// @param discover whether the machine's own addresses count
/// @param named by whoever runs the node; people are told of these first
record LocalNetwork(boolean discover, List<Host> named) {
    List<Host> hosts(Authority authority) {
        Set<Host> hosts = new LinkedHashSet<>(named);
        if (discover) addresses().stream().filter(authority::permits).forEach(hosts::add);
        if (discover) ownName().filter(authority::permits).ifPresent(hosts::add);
        return List.copyOf(hosts);
    }

    /// Those of version 4 first: they are the ones that people can read out.
    private static List<Host> addresses() {
        try {
            var found = new ArrayList<InetAddress>();
            for (NetworkInterface card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (!card.isUp() || card.isLoopback()) continue;
                card.inetAddresses()
                        .filter(address -> address instanceof Inet4Address || !address.isLinkLocalAddress())
                        .forEach(found::add);
            }
            return found.stream()
                    .sorted(Comparator.comparing(address -> !(address instanceof Inet4Address)))
                    .map(Host::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The name that machines in the same network find this one by without a server for names (RFC
    /// 6762).
    private static Optional<Host> ownName() {
        try {
            String name = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
            return Optional.of(Host.typed(name.contains(".") ? name : name + ".local"));
        } catch (UnknownHostException | Problem noName) {
            return Optional.empty();
        }
    }
}
