// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Where the signed heads of a chain are noted, apart from the database that holds it: a line for
/// each stream.
sealed interface HeadPlaces {
    void write(StreamId stream, String line) throws IOException;

    /// The lines that are noted for a stream.
    List<Line> find(StreamId stream);

    /// All lines, of streams that the database may have forgotten too.
    List<Line> all() throws IOException;

    /// What stands in one place, whether it is a head or not.
    record Line(String text) {}

    /// A file for each stream, in the folder `heads` of a node's folder.
    record Files(Path folder) implements HeadPlaces {
        private static final String FOLDER = "heads";
        private static final String ENDING = ".head";

        @Override
        public void write(StreamId stream, String line) throws IOException {
            Path file = file(stream);
            java.nio.file.Files.createDirectories(file.getParent());
            WholeFiles.write(file, line);
        }

        @Override
        public List<Line> find(StreamId stream) {
            Path file = file(stream);
            return java.nio.file.Files.exists(file) ? List.of(read(file)) : List.of();
        }

        @Override
        public List<Line> all() throws IOException {
            Path heads = folder.resolve(FOLDER);
            if (!java.nio.file.Files.isDirectory(heads)) return List.of();
            try (Stream<Path> files = java.nio.file.Files.list(heads)) {
                return files.filter(file -> file.toString().endsWith(ENDING))
                        .sorted()
                        .map(Files::read)
                        .toList();
            }
        }

        /// A file that cannot be read is no head.
        private static Line read(Path file) {
            try {
                return new Line(java.nio.file.Files.readString(file));
            } catch (IOException unreadable) {
                return new Line("");
            }
        }

        private Path file(StreamId stream) {
            byte[] digest = Crypto.sha256().digest(stream.toString().getBytes(StandardCharsets.UTF_8));
            return folder.resolve(FOLDER).resolve(HexFormat.of().formatHex(digest, 0, 8) + ENDING);
        }
    }

    /// The files of the program that works now, and rows beside the keys, which every program finds
    /// that takes its turn on another machine.
    record FilesAndRows(Files files, JdbcClient rows) implements HeadPlaces {
        @Override
        public void write(StreamId stream, String line) throws IOException {
            rows.sql("insert into head (stream, line) values (?, ?) on conflict (stream) do update set line ="
                            + " excluded.line")
                    .params(stream.toString(), line)
                    .update();
            files.write(stream, line);
        }

        @Override
        public List<Line> find(StreamId stream) {
            var all = new ArrayList<>(rows.sql("select line from head where stream = ?")
                    .param(stream.toString())
                    .query((row, n) -> new Line(row.getString("line")))
                    .list());
            all.addAll(files.find(stream));
            return all;
        }

        @Override
        public List<Line> all() throws IOException {
            var all = new ArrayList<>(rows.sql("select line from head order by stream")
                    .query((row, n) -> new Line(row.getString("line")))
                    .list());
            all.addAll(files.all());
            return all;
        }
    }
}
