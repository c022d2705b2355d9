// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clearway.language.Problem;
import org.jspecify.annotations.Nullable;

/// A database of a PostgreSQL server, and who works there: `postgresql://USER@HOST:PORT/NAME`. What
/// it holds apart, the keys and the day books, stands in databases of their own with users of their
/// own, called by its name and user with an ending. Passwords are read where `psql` reads them,
/// from a password file, and stand in no address.
///
/// @param host a name or an address
/// @param options settings of the driver; only those that say how the server is trusted and
///     where the password is
public record Database(String host, int port, String name, String user, Map<String, String> options) {
    private static final int PORT = 5_432;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final Set<String> OPTIONS = Set.of("passfile", "sslcert", "sslkey", "sslrootcert");
    private static final Set<String> SCHEMES = Set.of("postgresql", "postgres");
    private static final String DRIVER = "jdbc:";
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    public Database {
        if (!NAME.matcher(name).matches() || !NAME.matcher(user).matches()) {
            throw new IllegalArgumentException("Small letters, digits and _ name a database and its user.");
        }
        if (!OPTIONS.containsAll(options.keySet())) throw new IllegalArgumentException("Not options: " + options);
        options = Map.copyOf(options);
    }

    /// Whether a text is meant for the address of a database, and not for a folder.
    public static boolean isAddress(String text) {
        return SCHEMES.stream().anyMatch(scheme -> withoutDriver(text).startsWith(scheme + ":"));
    }

    private static String withoutDriver(String address) {
        return address.startsWith(DRIVER) ? address.substring(DRIVER.length()) : address;
    }

    /// @throws Problem `journal.not-a-database`, `journal.password-in-address`
    public static Database parse(String address) {
        try {
            var uri = new URI(withoutDriver(address));
            String user = uri.getUserInfo();
            if (user != null && user.contains(":")) throw Problem.of("journal.password-in-address");
            String path = uri.getPath();
            if (!isAddress(address) || uri.getHost() == null || user == null || path == null || path.length() < 2) {
                throw Problem.of("journal.not-a-database", "value", address);
            }
            int port = uri.getPort() < 0 ? PORT : uri.getPort();
            return new Database(uri.getHost(), port, path.substring(1), user, options(uri.getRawQuery()));
        } catch (URISyntaxException | IllegalArgumentException notAnAddress) {
            throw new Problem("journal.not-a-database", Map.of("value", address), notAnAddress);
        }
    }

    private static Map<String, String> options(@Nullable String query) {
        if (query == null) return Map.of();
        var options = new TreeMap<String, String>();
        for (String pair : query.split("&", -1)) {
            int sign = pair.indexOf('=');
            if (sign < 0) throw new IllegalArgumentException("An option has a value: " + pair);
            String value = URLDecoder.decode(pair.substring(sign + 1), StandardCharsets.UTF_8);
            if (options.put(pair.substring(0, sign), value) != null) {
                throw new IllegalArgumentException("An option has one value: " + pair);
            }
        }
        return options;
    }

    /// One that is kept apart from it.
    public Database apart(String ending) {
        return new Database(host, port, name + "_" + ending, user + "_" + ending, options);
    }

    String jdbc() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + name;
    }

    /// On its way over a network, what is said to a server is encrypted, and the server proves that
    /// it is the one that is meant.
    Properties properties(String application) {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("ApplicationName", application);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("sslmode", HERE.contains(host) ? "prefer" : "verify-full");
        options.forEach(properties::setProperty);
        return properties;
    }

    @Override
    public String toString() {
        String address = "postgresql://" + user + "@" + host + ":" + port + "/" + name;
        if (options.isEmpty()) return address;
        return new TreeMap<>(options)
                .entrySet().stream()
                        .map(option -> option.getKey() + "="
                                // Of what stands in the name of a file, this alone is left as it is.
                                + URLEncoder.encode(option.getValue(), StandardCharsets.UTF_8)
                                        .replace("%2F", "/"))
                        .collect(Collectors.joining("&", address + "?", ""));
    }
}
