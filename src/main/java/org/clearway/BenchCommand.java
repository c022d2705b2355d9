// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `clearway bench`: measures, and prints what it measured with the machine's description.
final class BenchCommand {
    private BenchCommand() {}

    static CommandLine all(Context context) {
        return new CommandLine(new Group());
    }

    @Command(name = "bench")
    static final class Group extends CommandGroup {}
}
