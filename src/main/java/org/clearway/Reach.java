// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.util.Optional;

/// What a command can reach from where it runs: nothing but folders, or the node that is running in this program.
record Reach(Optional<Node> running) {
    static final Reach STANDING_ALONE = new Reach(Optional.empty());

    static Reach inside(Node node) {
        return new Reach(Optional.of(node));
    }
}
