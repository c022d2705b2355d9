// SPDX-License-Identifier: Apache-2.0
package org.clearway.trust;

import java.net.IDN;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearway.language.Problem;

/// A name or an address at which a node is reached, in one form: a DNS name in small letters, or an
/// IP address without brackets.
public record Host(String text) {
    private static final int LONGEST = 253;
    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern FOUR_NUMBERS = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");
    private static final Pattern SIX = Pattern.compile("[0-9a-f:]+(?:[0-9a-f:]|\\.[0-9]+)*");

    /// What a browser says it asked for: `name`, `name:port`, `[address]:port`.
    private static final Pattern ASKED = Pattern.compile("(?:\\[([^\\]]*)]|([^:\\[\\]]*))(?::[0-9]{1,5})?");

    private static final Pattern ZEROS = Pattern.compile("(?:(?:^|:)0\\b){2,}:?(.*)");

    /// @throws IllegalArgumentException if it is neither, or is written otherwise
    public Host {
        if (!canonical(text).filter(text::equals).isPresent()) {
            throw new IllegalArgumentException("Neither a DNS name nor an IP address in its one form: " + text);
        }
    }

    /// A name or an address as people write it.
    /// @throws Problem `trust.bad-host`
    public static Host typed(String text) {
        return canonical(text.strip()).map(Host::new).orElseThrow(() -> Problem.of("trust.bad-host", "value", text));
    }

    public static Host of(InetAddress address) {
        return new Host(text(address));
    }

    /// The host that the `Host` header of a request names; empty where it names none that could be one.
    public static Optional<Host> asked(String header) {
        Matcher asked = ASKED.matcher(header);
        if (!asked.matches()) return Optional.empty();
        String host = asked.group(1) == null ? asked.group(2) : asked.group(1);
        return canonical(host).map(Host::new);
    }

    public boolean isAddress() {
        return text.contains(":") || FOUR_NUMBERS.matcher(text).matches();
    }

    /// Only this very machine is reached so.
    public boolean isLoopback() {
        return isAddress()
                ? InetAddress.ofLiteral(text).isLoopbackAddress()
                : text.equals("localhost") || text.endsWith(".localhost");
    }

    /// As it stands in the address of a page.
    public String inAddress() {
        return text.contains(":") ? "[" + text + "]" : text;
    }

    @Override
    public String toString() {
        return text;
    }

    private static Optional<String> canonical(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        boolean address = small.contains(":")
                ? SIX.matcher(small).matches()
                : FOUR_NUMBERS.matcher(small).matches();
        try {
            if (address) return Optional.of(text(InetAddress.ofLiteral(small)));
            String name = IDN.toASCII(small).toLowerCase(Locale.ROOT);
            return name.length() <= LONGEST && NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /// An address of version 6 with its first run of zeros left out, and without the name of a
    /// network card.
    private static String text(InetAddress address) {
        String text = address.getHostAddress();
        if (!(address instanceof Inet6Address)) return text;
        int card = text.indexOf('%');
        return ZEROS.matcher(card < 0 ? text : text.substring(0, card)).replaceFirst("::$1");
    }
}
