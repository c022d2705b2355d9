// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.nio.file.Path;
import java.util.Optional;

/// What a command can reach from where it runs: nothing but folders, or the node that is running in this program.
///
/// @param from the folder in which the command was typed, against which paths are read
record Reach(Optional<Node> running, Path from) {
    static final Reach STANDING_ALONE = new Reach(Optional.empty(), Path.of(""));

    static Reach inside(Node node, Path from) {
        return new Reach(Optional.of(node), from);
    }
}
