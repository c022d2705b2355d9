// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bodies as canonical JSON and back.
class BodyCodecTest {
    private final BodyCodec codec = new BodyCodec();

    enum Colour {
        WHITE,
        RED,
        AMBER
    }

    record Code(String text) {}

    record Box(Code name, List<Code> marks, Optional<Long> weight) {}

    record Everything(
            long number,
            int small,
            boolean truth,
            Instant moment,
            LocalDate day,
            LocalTime hour,
            ZoneId zone,
            UUID id,
            Colour colour,
            Code code,
            Set<Colour> colours,
            Map<Colour, Code> names,
            List<Box> boxes,
            Optional<Code> maybe)
            implements Body {}

    record One(Code only) implements Body {}

    private static Everything everything(long number, Optional<Code> maybe) {
        var names = new EnumMap<Colour, Code>(Colour.class);
        names.put(Colour.WHITE, new Code("أبيض"));
        names.put(Colour.AMBER, new Code("am\"ber"));
        return new Everything(
                number,
                -7,
                true,
                Instant.parse("2019-09-14T12:00:00.000001Z"),
                LocalDate.parse("2019-09-14"),
                LocalTime.parse("07:30"),
                ZoneId.of("Asia/Damascus"),
                UUID.fromString("016d2f3e-8a00-7abc-8def-0123456789ab"),
                Colour.RED,
                new Code("c"),
                Set.of(Colour.WHITE, Colour.RED, Colour.AMBER),
                names,
                List.of(
                        new Box(new Code("b"), List.of(), Optional.of(3L)),
                        new Box(new Code("d"), List.of(new Code("e")), Optional.empty())),
                maybe);
    }

    private String written(Body body) {
        return codec.write(body, "place", (clear, place, kept) -> {
            throw new AssertionError("Nothing here is sealed.");
        });
    }

    @Test
    void aBodyOfEverythingHasTheseBytesAndComesBackFromThem() {
        Everything body = everything(-9_007_199_254_740_991L, Optional.empty());
        String json = written(body);
        assertThat(json)
                .isEqualTo("{\"boxes\":[{\"marks\":[],\"name\":\"b\",\"weight\":3},{\"marks\":[\"e\"],\"name\":\"d\"}],"
                        + "\"code\":\"c\",\"colour\":\"RED\",\"colours\":[\"AMBER\",\"RED\",\"WHITE\"],"
                        + "\"day\":\"2019-09-14\",\"hour\":\"07:30\",\"id\":\"016d2f3e-8a00-7abc-8def-0123456789ab\","
                        + "\"moment\":1568462400000001,\"names\":{\"AMBER\":\"am\\\"ber\",\"WHITE\":\"أبيض\"},"
                        + "\"number\":-9007199254740991,\"small\":-7,\"truth\":true,\"zone\":\"Asia/Damascus\"}");
        assertThat(codec.read(Everything.class, json)).isEqualTo(body);
        assertThat(written(codec.read(Everything.class, json))).isEqualTo(json);
    }

    @Test
    void aBodyOfOneComponentIsStillAnObject() {
        assertThat(written(new One(new Code("x")))).isEqualTo("{\"only\":\"x\"}");
        assertThat(codec.read(One.class, "{\"only\":\"x\"}")).isEqualTo(new One(new Code("x")));
    }

    /// A view that goes through a set does so in the same order whenever it is rebuilt.
    @Test
    void aSetComesBackInTheOrderItWasWritten() {
        var body = codec.read(Everything.class, written(everything(0, Optional.of(new Code("y")))));
        assertThat(body.colours()).containsExactly(Colour.AMBER, Colour.RED, Colour.WHITE);
        assertThatThrownBy(() -> body.colours().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> body.names().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aNumberThatJsonReadersWouldRoundIsRefused() {
        assertThatThrownBy(() -> written(everything(1L << 53, Optional.empty())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @SuppressWarnings("NullAway")
    void nothingIsNullInABody() {
        assertThatThrownBy(() -> written(new One(null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("only");
    }

    /// Bytes of a version are what that version wrote, to the last member; whatever else is no body of it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"only\":null}",
                "{\"only\":5}",
                "{\"only\":[\"x\"]}",
                "{\"only\":\"x\",\"other\":\"y\"}",
                "[\"x\"]",
                "\"x\"",
                "",
                "{"
            })
    void whatIsNotTheBodyIsRefused(String json) {
        assertThatThrownBy(() -> codec.read(One.class, json)).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"number\":-9007199254740991>\"number\":\"5\"",
                "\"number\":-9007199254740991>\"number\":1.5",
                "\"small\":-7>\"small\":4294967296",
                "\"truth\":true>\"truth\":\"true\"",
                "\"colour\":\"RED\">\"colour\":\"GREEN\"",
                "\"colour\":\"RED\">\"colour\":1",
                "[\"AMBER\",\"RED\",\"WHITE\"]>[\"AMBER\",\"AMBER\"]",
                "[\"AMBER\",\"RED\",\"WHITE\"]>\"RED\"",
                "\"marks\":[]>\"marks\":{}",
                "\"weight\":3>\"weight\":null",
                "\"weight\":3>\"width\":3",
                "\"names\":{>\"names\":{\"GREEN\":\"g\",",
                "2019-09-14>2019-02-30",
                "Asia/Damascus>Asia/Nowhere"
            })
    void aWrongMemberIsRefused(String change) {
        String json = written(everything(-9_007_199_254_740_991L, Optional.empty()));
        String[] parts = change.split(">", 2);
        assertThat(json).contains(parts[0]);
        assertThatThrownBy(() -> codec.read(Everything.class, json.replace(parts[0], parts[1])))
                .isInstanceOf(RuntimeException.class);
    }
}
