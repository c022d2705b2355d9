// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.clearway.language.Problem;

/// The files of a scenario by their names, whether they stand in a folder or were packed into one file. What is packed
/// comes from elsewhere: it is read no further than it may be large, and nothing of it is written to the disk.
record ScenarioFiles(SortedMap<String, byte[]> byName) {
    static final String FIRST = "scenario.yaml";
    static final String PLACES = "places.yaml";
    static final String PARTIES = "parties.yaml";
    static final String SHAPES = "areas.geojson";
    static final String STORY = "story/";

    private static final Pattern NAME = Pattern.compile(
            "(scenario|places|parties)\\.yaml|areas\\.geojson|README\\.md|story/[a-z0-9-]{1,64}\\.yaml");

    private static final int MOST_FILES = 64;
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    /// Whenever it is packed, the same comes out.
    private static final LocalDateTime PACKED = LocalDateTime.of(2000, 1, 1, 0, 0);

    ScenarioFiles {
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    }

    /// @param path of a folder, or of a packed file
    static ScenarioFiles of(Path path) {
        try {
            if (Files.isRegularFile(path)) {
                try (InputStream in = Files.newInputStream(path)) {
                    return unpacked(in);
                }
            }
            var files = new TreeMap<String, byte[]>();
            for (String name : List.of(FIRST, PLACES, PARTIES, SHAPES)) files.put(name, read(path, name));
            try (Stream<Path> story = Files.list(path.resolve(STORY))) {
                for (Path file :
                        story.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                    String name = STORY + file.getFileName();
                    files.put(name, read(path, name));
                }
            }
            return new ScenarioFiles(files);
        } catch (IOException e) {
            throw unreadable(path.toString(), e.toString());
        }
    }

    static ScenarioFiles unpacked(byte[] packed) {
        try (InputStream in = new ByteArrayInputStream(packed)) {
            return unpacked(in);
        } catch (IOException cutOff) {
            // The bytes are here already: it is they that end too early.
            throw new Problem("scenario.not-packed", Map.of(), cutOff);
        }
    }

    private static ScenarioFiles unpacked(InputStream packed) throws IOException {
        var files = new TreeMap<String, byte[]>();
        int left = MOST_BYTES;
        try (var zip = new ZipInputStream(packed)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) continue;
                if (!NAME.matcher(entry.getName()).matches() || files.size() == MOST_FILES) {
                    throw Problem.of("scenario.packed-file-unknown", "file", named(entry.getName()));
                }
                byte[] file = zip.readNBytes(left + 1);
                left -= file.length;
                if (left < 0) throw Problem.of("scenario.packed-too-large", "most", MOST_BYTES >> 20);
                files.put(entry.getName(), file);
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new Problem("scenario.not-packed", Map.of(), e);
        }
        if (!files.containsKey(FIRST)) throw Problem.of("scenario.not-packed");
        return new ScenarioFiles(files);
    }

    /// In one file, which can be carried.
    byte[] packed() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : byName.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(PACKED);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    byte[] file(String name) {
        byte[] file = byName.get(name);
        if (file == null) throw unreadable(name, "it is missing");
        return file;
    }

    /// The names of the files of the story, in their order.
    List<String> story() {
        return byName.keySet().stream().filter(name -> name.startsWith(STORY)).toList();
    }

    private static byte[] read(Path folder, String name) {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw unreadable(folder.resolve(name).toString(), e.toString());
        }
    }

    private static String named(String name) {
        return name.substring(0, Math.min(name.length(), MOST_FILES)).replaceAll("\\p{Cntrl}", "?");
    }

    private static Problem unreadable(String file, String cause) {
        return new Problem("scenario.file-unreadable", Map.of("file", file, "cause", cause));
    }
}
