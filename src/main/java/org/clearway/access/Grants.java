// SPDX-License-Identifier: Apache-2.0
package org.clearway.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The table of roles × deeds, read from `access/grants.csv`: a line per deed, a column per role, `x` where granted.
public final class Grants {
    /// The table that the program ships.
    public static final Grants TABLE = read("/access/grants.csv");

    private final Map<Role, Set<Deed>> byRole;

    private Grants(Map<Role, Set<Deed>> byRole) {
        this.byRole = byRole;
    }

    public boolean allows(Role role, Deed deed) {
        return byRole.getOrDefault(role, Set.of()).contains(deed);
    }

    static Grants read(String resource) {
        try (InputStream in = Grants.class.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException("The table of grants " + resource + " is missing.");
            return parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Grants parse(List<String> lines) {
        List<Role> columns = Arrays.stream(lines.get(0).split(",", -1))
                .skip(1)
                .map(name -> Role.valueOf(name.strip()))
                .toList();
        var byRole = new EnumMap<Role, Set<Deed>>(Role.class);
        var named = EnumSet.noneOf(Deed.class);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Deed deed = Deed.valueOf(cells[0].strip());
            if (!named.add(deed)) throw new IllegalStateException("The table of grants names " + deed + " twice.");
            if (cells.length != columns.size() + 1) {
                throw new IllegalStateException("The table of grants has " + (cells.length - 1) + " cells for " + deed
                        + ", and " + columns.size() + " roles.");
            }
            for (int i = 0; i < columns.size(); i++) {
                String cell = cells[i + 1].strip();
                if (cell.equals("x")) {
                    byRole.computeIfAbsent(columns.get(i), r -> EnumSet.noneOf(Deed.class))
                            .add(deed);
                } else if (!cell.isEmpty()) {
                    throw new IllegalStateException("The table of grants holds \"" + cell + "\" for " + deed + ".");
                }
            }
        }
        if (named.size() != Deed.values().length) {
            throw new IllegalStateException("The table of grants does not name " + EnumSet.complementOf(named) + ".");
        }
        return new Grants(byRole);
    }
}
