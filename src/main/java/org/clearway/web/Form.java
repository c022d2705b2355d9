// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clearway.journal.ActId;
import org.clearway.journal.ActIds;
import org.clearway.language.Language;
import org.clearway.language.Problem;

/// What somebody typed into a form, kept as they typed it, and what is wrong with it, field by field. It carries
/// the name of the act it asks for, so that a form sent twice is one act. Handlers take it as an argument;
/// templates know it as `form`.
final class Form {
    /// The hidden field that names the act.
    static final String ACT = "act";

    private final Map<String, List<String>> typed;
    private final Words words;
    private final ActIds ids;
    private final Supplier<List<Language>> namesIn;
    private final Map<String, String> complaints = new LinkedHashMap<>();
    private Optional<String> complaint = Optional.empty();
    private Optional<String> code = Optional.empty();
    private ActId act;

    /// @param namesIn the languages in which it asks what something is called
    Form(Map<String, List<String>> typed, Words words, ActIds ids, Supplier<List<Language>> namesIn) {
        this.typed = Map.copyOf(typed);
        this.words = words;
        this.ids = ids;
        this.namesIn = namesIn;
        this.act = named(typed.getOrDefault(ACT, List.of())).orElseGet(ids::next);
    }

    public ActId act() {
        return act;
    }

    List<Language> namesIn() {
        return namesIn.get();
    }

    /// What stands in a field: as it was typed, else nothing.
    public String text(String field) {
        return text(field, "");
    }

    public String text(String field, String otherwise) {
        List<String> values = typed.getOrDefault(field, List.of());
        return values.isEmpty() ? otherwise : values.getFirst();
    }

    /// Whether a field was there at all.
    boolean was(String field) {
        return typed.containsKey(field);
    }

    /// All that was typed or ticked under one name, in order.
    public List<String> all(String field) {
        return typed.getOrDefault(field, List.of());
    }

    public boolean ticked(String field, String value) {
        return typed.getOrDefault(field, List.of()).contains(value);
    }

    /// True where a box of that name should be ticked: as it was sent, or as it stands when nothing was sent yet.
    public boolean ticked(String field, String value, boolean otherwise) {
        return typed.containsKey(ACT) ? ticked(field, value) : otherwise;
    }

    /// Reads a field that must be filled in.
    /// @param rule the key of the sentence that says what may stand there
    <T> Optional<T> one(String field, String rule, Function<String, T> reading) {
        if (text(field).isBlank()) {
            complain(field, words.say("web.form.required"));
            return Optional.empty();
        }
        return read(field, text(field), rule, reading);
    }

    /// Reads a field that may be left empty.
    <T> Optional<T> maybe(String field, String rule, Function<String, T> reading) {
        return text(field).isBlank() ? Optional.empty() : read(field, text(field), rule, reading);
    }

    /// Reads a whole number; a field that is left empty counts none.
    long figure(String field) {
        return maybe(field, "web.form.figure", Long::parseLong).orElse(0L);
    }

    /// Reads a field with a value on each line, of which there is one at least; empty lines are passed over. What is
    /// wrong is told with the number of its line.
    <T> Optional<List<T>> lines(String field, String rule, Function<String, T> reading) {
        if (one(field, rule, text -> text).isEmpty()) return Optional.empty();
        var values = new ArrayList<T>();
        int number = 0;
        for (String line : text(field).lines().toList()) {
            number++;
            if (line.isBlank()) continue;
            Read<T> read = read(line, rule, reading);
            if (read.value().isEmpty()) {
                complain(field, words.say("web.form.line", Map.of("number", number, "wrong", read.wrong())));
                return Optional.empty();
            }
            values.add(read.value().get());
        }
        return Optional.of(values);
    }

    /// Reads one of the texts of a field.
    <T> Optional<T> reading(String field, String text, String rule, Function<String, T> reading) {
        return read(field, text, rule, reading);
    }

    /// Reads boxes that were ticked.
    <T> Set<T> several(String field, String rule, Function<String, T> reading) {
        var set = new LinkedHashSet<T>();
        for (String value : all(field)) read(field, value, rule, reading).ifPresent(set::add);
        return set;
    }

    /// Does what the form asks for, if nothing was wrong with it so far. A {@link Problem} becomes what the form
    /// complains of.
    boolean attempt(Runnable act) {
        if (!sound()) return false;
        try {
            act.run();
        } catch (Problem problem) {
            complain(problem);
        }
        return sound();
    }

    /// Makes one value of what was typed, if nothing was wrong with it so far. A {@link Problem} with all of it
    /// together
    /// becomes what the form complains of.
    <T> Optional<T> make(Supplier<T> making) {
        if (!sound()) return Optional.empty();
        try {
            return Optional.of(making.get());
        } catch (Problem problem) {
            complain(problem);
            return Optional.empty();
        }
    }

    void complain(String field, String sentence) {
        complaints.putIfAbsent(field, sentence);
    }

    void complain(Problem problem) {
        complaint = Optional.of(words.say(problem));
        code = Optional.of(problem.code());
        if (problem.code().equals("journal.same-act-other-words")) act = ids.next();
    }

    public boolean sound() {
        return complaints.isEmpty() && complaint.isEmpty();
    }

    public boolean complains(String field) {
        return complaints.containsKey(field);
    }

    public String complaint(String field) {
        return complaints.getOrDefault(field, "");
    }

    /// What is wrong with the form as a whole, else nothing.
    public String complaint() {
        return complaint.orElseGet(() -> complaints.isEmpty() ? "" : words.say("web.form.see-below"));
    }

    /// The stable code of that.
    public String code() {
        return code.orElse("");
    }

    private <T> Optional<T> read(String field, String text, String rule, Function<String, T> reading) {
        Read<T> read = read(text, rule, reading);
        if (read.value().isEmpty()) complain(field, read.wrong());
        return read.value();
    }

    private <T> Read<T> read(String text, String rule, Function<String, T> reading) {
        try {
            return new Read<>(Optional.of(reading.apply(text.strip())), "");
        } catch (Problem problem) {
            return new Read<>(Optional.empty(), words.say(problem));
        } catch (IllegalArgumentException | java.time.DateTimeException notUnderstood) {
            return new Read<>(Optional.empty(), words.say(rule));
        }
    }

    /// @param wrong what is wrong with it, where it is no value
    private record Read<T>(Optional<T> value, String wrong) {}

    private static Optional<ActId> named(List<String> values) {
        try {
            return values.stream().findFirst().map(ActId::parse);
        } catch (IllegalArgumentException notAnAct) {
            return Optional.empty();
        }
    }
}
