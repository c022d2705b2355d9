// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// The program as it is started: `clearway COMMAND`.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = CommandLines.run(args, new Terminal(out, err), Reach.STANDING_ALONE);
        out.flush();
        err.flush();
        System.exit(code);
    }
}
