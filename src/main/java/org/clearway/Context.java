// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.clearway.language.Language;
import org.clearway.language.Wording;

/// What every command is given.
///
/// @param args the command line as it was typed, to be handed to a running node
record Context(Terminal terminal, Reach reach, Language language, List<String> args) {
    /// A path as it was meant where it was typed.
    Path typed(Path path) {
        return reach.from().resolve(path);
    }

    /// Says something about the work, on standard error.
    void tell(String key, Map<String, ?> values) {
        terminal.err().println(Wording.of(language).say(key, values));
    }

    /// Writes a line of the product, on standard output.
    void print(String key, Map<String, ?> values) {
        terminal.out().println(Wording.of(language).say(key, values));
    }
}
