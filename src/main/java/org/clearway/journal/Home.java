// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What tells a file from a copy of it: its number in the file system, and when it was made where the file system knows
/// that. The number of the device is left out: a disk may have another one each time it is plugged in.
record Home(String file, String made) {
    private static final Pattern INODE = Pattern.compile("ino=(\\d+)");
    private static final String UNKNOWN = "?";

    /// Where nothing tells.
    static final Home UNTOLD = new Home(UNKNOWN, UNKNOWN);

    /// Of a database that was unpacked from a backup, until it has a home.
    static final Home BACKUP = new Home("backup", "backup");

    static Home of(Path path) throws IOException {
        Map<String, Object> facts = Files.readAttributes(path, "fileKey,creationTime,lastModifiedTime");
        Matcher inode = INODE.matcher(String.valueOf(facts.get("fileKey")));
        // Where the file system does not know when a file was made, the JDK tells when it was last written.
        boolean known =
                facts.get("creationTime") instanceof FileTime made && !made.equals(facts.get("lastModifiedTime"));
        return new Home(
                inode.find() ? inode.group(1) : UNKNOWN, known ? String.valueOf(facts.get("creationTime")) : UNKNOWN);
    }

    /// Reads what {@link #toString()} wrote.
    static Home parse(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? new Home(text, UNKNOWN) : new Home(text.substring(0, space), text.substring(space + 1));
    }

    /// True unless the two are certainly different files.
    boolean mayBe(Home other) {
        return mayBe(file, other.file) && mayBe(made, other.made);
    }

    private static boolean mayBe(String one, String other) {
        return one.equals(UNKNOWN) || other.equals(UNKNOWN) || one.equals(other);
    }

    @Override
    public String toString() {
        return file + " " + made;
    }
}
