// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A parsed JSON tree as plain maps and lists.
final class Trees {
    private Trees() {}

    static Map<String, @Nullable Object> members(JsonNode object) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        object.properties().forEach(member -> map.put(member.getKey(), plain(member.getValue())));
        return map;
    }

    static @Nullable Object plain(JsonNode node) {
        if (node.isObject()) return members(node);
        if (node.isArray()) {
            var list = new ArrayList<@Nullable Object>();
            node.forEach(member -> list.add(plain(member)));
            return list;
        }
        if (node.isString()) return node.asString();
        if (node.isBoolean()) return node.asBoolean();
        if (node.isIntegralNumber()) return node.asLong();
        if (node.isNull()) return null;
        throw new IllegalArgumentException("No place in the journal for " + node + ".");
    }
}
