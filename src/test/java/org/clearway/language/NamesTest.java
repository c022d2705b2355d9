// SPDX-License-Identifier: Apache-2.0
package org.clearway.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void theirLineIsReadBackAsTheyWere() {
        var names = new Names(Map.of(Language.EN, "North Bank, upper part", Language.AR, "الضفة الشمالية"));
        assertThat(Names.ofLine(names.line())).isEqualTo(names);
    }

    @Test
    void aNameThatWouldBreakItsLineIsRefused() {
        assertThatThrownBy(() -> Names.of(Language.EN, "North\tBank")).isInstanceOf(IllegalArgumentException.class);
    }
}
