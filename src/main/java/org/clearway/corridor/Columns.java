// SPDX-License-Identifier: Apache-2.0
package org.clearway.corridor;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.clearway.agreement.PartyId;
import org.clearway.language.Names;

/// Values as text columns of a view, and back.
final class Columns {
    private Columns() {}

    /// Codes in their order, separated by spaces.
    static String codes(Collection<? extends Enum<?>> codes) {
        return codes.stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    static <E extends Enum<E>> List<E> codes(Class<E> type, String column) {
        return split(column, " ").stream().map(code -> Enum.valueOf(type, code)).toList();
    }

    static String parties(List<PartyId> parties) {
        return parties.stream().map(PartyId::slug).collect(Collectors.joining(" "));
    }

    static List<PartyId> parties(String column) {
        return split(column, " ").stream().map(PartyId::new).toList();
    }

    /// A line for each name.
    static String names(List<Names> names) {
        return names.stream().map(Names::line).collect(Collectors.joining("\n"));
    }

    static List<Names> names(String column) {
        return split(column, "\n").stream().map(Names::ofLine).toList();
    }

    /// A code, and with a colon the party that it is attributed to; separated by spaces.
    static String reasons(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> reason.code()
                        + reason.attributedTo().map(party -> ":" + party.slug()).orElse(""))
                .collect(Collectors.joining(" "));
    }

    static List<Reason> reasons(String column) {
        return split(column, " ").stream().map(Columns::reason).toList();
    }

    private static Reason reason(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? Reason.of(ReasonClaimed.valueOf(text))
                : Reason.of(ReasonClaimed.valueOf(text.substring(0, colon)), new PartyId(text.substring(colon + 1)));
    }

    private static List<String> split(String column, String by) {
        return column.isEmpty() ? List.of() : Arrays.asList(column.split(by, -1));
    }
}
