// SPDX-License-Identifier: Apache-2.0
package org.clearway.trust;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;

/// What an authority may vouch for (name constraints, RFC 5280, 4.2.1.10): names, each with all
/// below it, and ranges of addresses.
record Bounds(Set<String> names, Set<String> ranges) {
    /// Names that nobody on the internet can be reached by (RFC 2606, 6762, 8375, the reserved
    /// `internal`, and `lan`, which many routers give out), and addresses that are not routed there
    /// (RFC 1918, 3927, 4193, loopback).
    static final Bounds PRIVATE = new Bounds(
            new LinkedHashSet<>(List.of("internal", "home.arpa", "local", "lan", "localhost")),
            new LinkedHashSet<>(List.of(
                    "10.0.0.0/8",
                    "172.16.0.0/12",
                    "192.168.0.0/16",
                    "169.254.0.0/16",
                    "127.0.0.0/8",
                    "fc00::/7",
                    "::1/128")));

    Bounds {
        names = Set.copyOf(names);
        ranges = Set.copyOf(ranges);
    }

    Bounds with(Collection<Host> hosts) {
        var allNames = new LinkedHashSet<>(names);
        var allRanges = new LinkedHashSet<>(ranges);
        for (Host host : hosts) {
            if (permit(host)) continue;
            if (host.isAddress()) allRanges.add(host.text() + (host.text().contains(":") ? "/128" : "/32"));
            else allNames.add(host.text());
        }
        return new Bounds(allNames, allRanges);
    }

    boolean permit(Host host) {
        if (host.isAddress()) return ranges.stream().anyMatch(range -> holds(range, host));
        return names.stream()
                .anyMatch(name -> host.text().equals(name) || host.text().endsWith("." + name));
    }

    /// Names and ranges as people read them.
    List<String> texts() {
        return Stream.concat(names.stream().sorted(), ranges.stream().sorted()).toList();
    }

    NameConstraints asn1() {
        Stream<GeneralName> permitted = Stream.concat(
                names.stream().sorted().map(name -> new GeneralName(GeneralName.dNSName, name)),
                ranges.stream().sorted().map(range -> new GeneralName(GeneralName.iPAddress, range)));
        return new NameConstraints(permitted.map(GeneralSubtree::new).toArray(GeneralSubtree[]::new), null);
    }

    static Bounds of(NameConstraints constraints) {
        var names = new LinkedHashSet<String>();
        var ranges = new LinkedHashSet<String>();
        for (GeneralSubtree subtree : constraints.getPermittedSubtrees()) {
            GeneralName base = subtree.getBase();
            if (base.getTagNo() == GeneralName.dNSName) {
                names.add(ASN1IA5String.getInstance(base.getName()).getString());
            } else if (base.getTagNo() == GeneralName.iPAddress) {
                ranges.add(range(ASN1OctetString.getInstance(base.getName()).getOctets()));
            }
        }
        return new Bounds(names, ranges);
    }

    /// An address and its mask, one after the other, as `10.0.0.0/8`.
    private static String range(byte[] addressAndMask) {
        int half = addressAndMask.length / 2;
        byte[] mask = Arrays.copyOfRange(addressAndMask, half, addressAndMask.length);
        return Host.of(address(Arrays.copyOf(addressAndMask, half))) + "/" + new BigInteger(1, mask).bitCount();
    }

    private static boolean holds(String range, Host host) {
        int slash = range.indexOf('/');
        byte[] from = InetAddress.ofLiteral(range.substring(0, slash)).getAddress();
        byte[] asked = InetAddress.ofLiteral(host.text()).getAddress();
        int rest = from.length * 8 - Integer.parseInt(range, slash + 1, range.length(), 10);
        return from.length == asked.length
                && new BigInteger(1, from).shiftRight(rest).equals(new BigInteger(1, asked).shiftRight(rest));
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
