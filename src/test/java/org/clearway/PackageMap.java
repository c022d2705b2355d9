// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which package may use which, as `ARCHITECTURE.md` says it: a line per package, `name -> what it uses`, in an order
/// in
/// which each line names only packages above it. `everything above` may be followed by `but NAME…`; the last line is
/// the
/// root package and uses `everything`.
record PackageMap(Map<String, Set<String>> uses) {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```packages\\n(.*?)^```$");
    private static final Pattern LINE = Pattern.compile("(\\w+)\\s*->\\s*(.*)");

    /// The one block of `markdown` that is fenced as `packages`.
    static PackageMap inMarkdown(String markdown) {
        Matcher block = BLOCK.matcher(markdown);
        if (!block.find()) throw new IllegalArgumentException("There is no block of packages.");
        PackageMap map = parse(block.group(1));
        if (block.find()) throw new IllegalArgumentException("There is a second block of packages.");
        return map;
    }

    static PackageMap parse(String lines) {
        var uses = new LinkedHashMap<String, Set<String>>();
        for (String line : lines.lines().filter(l -> !l.isBlank()).toList()) {
            Matcher parts = LINE.matcher(line.strip());
            if (!parts.matches()) throw new IllegalArgumentException("Not a line of the map: " + line);
            List<String> words = Arrays.stream(parts.group(2).split("\\s+", -1))
                    .filter(w -> !w.isEmpty())
                    .toList();
            Set<String> used = usedBy(words, uses.keySet());
            for (String name : used) {
                if (!uses.containsKey(name)) {
                    throw new IllegalArgumentException(
                            parts.group(1) + " uses " + name + ", which does not stand above it.");
                }
            }
            if (uses.put(parts.group(1), used) != null) {
                throw new IllegalArgumentException(parts.group(1) + " stands on the map twice.");
            }
        }
        return new PackageMap(uses);
    }

    private static Set<String> usedBy(List<String> words, Set<String> above) {
        if (words.isEmpty() || !words.get(0).equals("everything")) return new LinkedHashSet<>(words);
        var used = new LinkedHashSet<>(above);
        var rest = new ArrayList<>(words.subList(1, words.size()));
        rest.remove("above");
        if (!rest.isEmpty() && !rest.remove(0).equals("but")) {
            throw new IllegalArgumentException("Not understood: " + String.join(" ", words));
        }
        rest.forEach(used::remove);
        return used;
    }

    /// The last line: the package that holds the main class, and all others.
    String root() {
        return List.copyOf(uses.keySet()).getLast();
    }

    boolean holds(String name) {
        return uses.containsKey(name);
    }

    boolean allows(String from, String to) {
        return from.equals(to) || uses.getOrDefault(from, Set.of()).contains(to);
    }
}
