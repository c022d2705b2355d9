// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearway.language.Problem;
import tools.jackson.databind.json.JsonMapper;

/// What the program logs, as lines: for people, or as JSON for programs. Logs go farther than
/// pages do, and nobody signs in to read them; so they hold nothing that somebody sent or that is
/// on record. The message of a failure may quote it, and so may what a library says that reads
/// requests: neither is written. What is left is where it happened.
public final class LogLines extends EncoderBase<ILoggingEvent> {
    /// How a line looks.
    public enum Form {
        TEXT,
        JSON
    }

    static final String WITHHELD = "(withheld: it may quote what somebody sent)";

    /// Those whose messages are about the program, and never about what it was sent.
    private static final List<String> ABOUT_THE_PROGRAM =
            List.of("org.clearway.", "org.flywaydb.", "com.zaxxer.hikari.", "org.springframework.boot.");

    private static final int FRAMES = 40;
    private static final int CAUSES = 5;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// For all lines of this program: a form is chosen on the command line, before the first is
    /// written or after.
    private static volatile Form chosen = Form.TEXT;

    private final Optional<Form> own;

    /// Writes lines in the form that was chosen.
    public LogLines() {
        this.own = Optional.empty();
    }

    LogLines(Form form) {
        this.own = Optional.of(form);
    }

    static void choose(Form form) {
        chosen = form;
    }

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        String line = switch (own.orElse(chosen)) {
            case TEXT -> text(event);
            case JSON -> JSON.writeValueAsString(fields(event)) + "\n";
        };
        return line.getBytes(StandardCharsets.UTF_8);
    }

    private static String message(ILoggingEvent event) {
        return ABOUT_THE_PROGRAM.stream().anyMatch(event.getLoggerName()::startsWith)
                ? event.getFormattedMessage()
                : WITHHELD;
    }

    private static String text(ILoggingEvent event) {
        var line = new StringBuilder()
                .append(Instant.ofEpochMilli(event.getTimeStamp()))
                .append(' ')
                .append(event.getLevel())
                .append(' ')
                .append(event.getLoggerName())
                .append(' ')
                .append(message(event))
                .append('\n');
        for (Failure failure : failures(event)) {
            line.append("    ").append(failure.type());
            failure.code().ifPresent(code -> line.append(' ').append(code));
            line.append('\n');
            failure.frames()
                    .forEach(frame -> line.append("        ").append(frame).append('\n'));
        }
        return line.toString();
    }

    private static Map<String, Object> fields(ILoggingEvent event) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("at", Instant.ofEpochMilli(event.getTimeStamp()).toString());
        fields.put("level", event.getLevel().toString());
        fields.put("logger", event.getLoggerName());
        fields.put("message", message(event));
        List<Failure> failures = failures(event);
        if (!failures.isEmpty()) {
            fields.put(
                    "failures",
                    failures.stream()
                            .map(failure -> Map.of(
                                    "type", failure.type(),
                                    "code", failure.code().orElse(""),
                                    "frames", failure.frames()))
                            .toList());
        }
        return fields;
    }

    /// A failure, and then what it came of.
    ///
    /// @param code of a problem, which names a sentence and holds no value
    private record Failure(String type, Optional<String> code, List<String> frames) {}

    private static List<Failure> failures(ILoggingEvent event) {
        var failures = new ArrayList<Failure>();
        IThrowableProxy next = event.getThrowableProxy();
        while (next != null && failures.size() < CAUSES) {
            Optional<String> code =
                    next instanceof ThrowableProxy thrown && thrown.getThrowable() instanceof Problem told
                            ? Optional.of(told.code())
                            : Optional.empty();
            failures.add(new Failure(next.getClassName(), code, frames(next)));
            next = next.getCause();
        }
        return failures;
    }

    private static List<String> frames(IThrowableProxy failure) {
        StackTraceElementProxy[] all = failure.getStackTraceElementProxyArray();
        return Arrays.stream(all == null ? new StackTraceElementProxy[0] : all)
                .limit(FRAMES)
                .map(StackTraceElementProxy::getSTEAsString)
                .toList();
    }
}
