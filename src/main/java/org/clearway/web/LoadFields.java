// SPDX-License-Identifier: Apache-2.0
package org.clearway.web;

import java.util.List;
import java.util.Optional;
import org.clearway.transport.Load;

/// Those who travel together, as they are typed: adults and children, and how many of them sit in wheelchairs or lie.
final class LoadFields {
    static final List<String> NAMES = List.of("adults", "children", "bays", "stretchers");

    private LoadFields() {}

    /// What was typed. An empty field, and one that a page does not ask for, counts nobody.
    static Optional<Load> read(Form form) {
        long adults = form.figure("adults");
        long children = form.figure("children");
        long bays = form.figure("bays");
        long stretchers = form.figure("stretchers");
        return form.make(() -> new Load(adults, children, bays, stretchers, 0));
    }
}
