// SPDX-License-Identifier: Apache-2.0
package org.clearway.scenario;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.clearway.language.Problem;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/// Reads a scenario's YAML. Plain values are text, whole numbers, true or false; a date stays as it
/// was written, since how much of it was written is its precision.
final class YamlFiles {
    private static final int LARGEST = 2_000_000;

    private YamlFiles() {}

    /// @param name what complaints call it
    static Sheet read(String name, byte[] file) {
        try {
            if (file.length > LARGEST) {
                throw new Problem(
                        "scenario.file-unreadable", Map.of("file", name, "cause", "more than " + LARGEST + " bytes"));
            }
            var options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            options.setMaxAliasesForCollections(0);
            var yaml = new Yaml(
                    new SafeConstructor(options),
                    new Representer(new DumperOptions()),
                    new DumperOptions(),
                    options,
                    new PlainResolver());
            Object read = yaml.load(new String(file, StandardCharsets.UTF_8));
            return new Sheet(name.substring(name.lastIndexOf('/') + 1), read == null ? Map.of() : read);
        } catch (YAMLException e) {
            throw new Problem(
                    "scenario.file-unreadable", Map.of("file", name, "cause", String.valueOf(e.getMessage())), e);
        }
    }

    /// A tree of maps, lists and plain values as a file.
    static byte[] write(Object tree) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setSplitLines(false);
        options.setDereferenceAliases(true);
        return new Yaml(options).dump(tree).getBytes(StandardCharsets.UTF_8);
    }

    /// YAML's own resolver would read dates as instants in UTC and `12:30` as a number in base 60.
    private static final class PlainResolver extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
            addImplicitResolver(Tag.INT, Pattern.compile("0|[1-9][0-9]{0,14}"), "0123456789");
            addImplicitResolver(Tag.NULL, Pattern.compile("null|~|"), "n~\0");
            addImplicitResolver(Tag.NULL, Pattern.compile("^$"), null);
            addImplicitResolver(Tag.MERGE, Pattern.compile("<<"), "<");
        }
    }
}
