// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.language.Language;
import org.clearway.language.Problem;
import org.clearway.time.Occurred;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A test with a real node in a real folder, which holds numbered notes.
abstract class NodeCase {
    static final Actor DUTY = new Actor(new AccountId("duty-1"), Set.of(Role.DUTY));
    static final Actor PROTECTION = new Actor(new AccountId("protection-1"), Set.of(Role.PROTECTION));

    @TempDir
    Path temporary;

    Path path;
    TestNode node;

    @BeforeEach
    void open() {
        path = temporary.resolve("node");
        Notes.prepare(TestNode.folder(path));
        node = TestNode.reopened(path, chapters());
    }

    @AfterEach
    void close() {
        node.close();
    }

    Chapter[] chapters() {
        return new Chapter[] {Notes.chapter()};
    }

    Receipt record(Body body) {
        return record(node.act(), body);
    }

    Receipt record(ActId act, Body body) {
        return node.journal().record(DUTY, act, draft(body), Rule.NONE);
    }

    Draft draft(Body body) {
        return Draft.of(body, now());
    }

    Occurred now() {
        return Occurred.at(node.clock().instant(), ZoneOffset.UTC);
    }

    List<Long> notes() {
        return node.journal()
                .now()
                .rows()
                .sql("select number from note order by number")
                .query((row, n) -> row.getLong(1))
                .list();
    }

    long count(String query) {
        return node.journal().now().rows().sql(query).query(Long.class).single();
    }

    Sealed.Closed<FreeText> closed(long number) {
        return node.journal()
                .now()
                .rows()
                .sql("select text from note where number = ?")
                .param(number)
                .query((row, n) -> Sealed.Closed.<FreeText>ofLine(row.getString(1)))
                .single();
    }

    Verification verified() {
        return node.journal().verify(Progress.SILENT);
    }

    /// Opens the folder again, as it is, with the chapters given.
    void reopen(Chapter... chapters) {
        TestNode.TestClock clock = node.clock();
        node.close();
        node = TestNode.reopened(path, chapters);
        node.clock().set(clock.instant());
    }

    /// Works on a closed node's database as somebody would who should not, and wipes the traces beside it.
    void tamper(String... statements) {
        tamperWith(new NodeFolder(path).stores().journal(), statements);
    }

    void tamperWithKeys(String... statements) {
        tamperWith(new NodeFolder(path).stores().keys(), statements);
    }

    private void tamperWith(Store store, String... statements) {
        try (var connection = store.writer(0);
                var statement = connection.createStatement()) {
            for (String one : statements) statement.execute(one);
            connection.commit();
            connection.close();
            new NodeFolder(path).stores().journal().closedMark().ifPresent(ClosedMark::leave);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    /// Something is refused under a code that has words in every language.
    static AbstractThrowableAssert<?, ?> refused(String code, ThrowingCallable what) {
        return assertThatThrownBy(what).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).as(problem.getMessage()).isEqualTo(code);
            for (Language language : Language.values()) {
                assertThat(problem.in(language)).isNotBlank().doesNotContain(code);
            }
        });
    }

    /// Opens the folder with nothing around it, so that a refusal leaves nothing open.
    Journal opened() {
        return new NodeFolder(path).open(TestNode.PASSPHRASE, List.of(chapters()), node.clock(), new SecureRandom());
    }
}
