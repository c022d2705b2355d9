// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.clearway.language.Problem;
import org.clearway.trust.Authority;
import org.clearway.trust.Host;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `clearway certificate`: the node's own certificate authority, which other machines are told to
/// trust.
final class CertificateCommand {
    private CertificateCommand() {}

    static CommandLine all(Context context) {
        return new CommandLine(new Group())
                .addSubcommand(new Show(context))
                .addSubcommand(new Export(context))
                .addSubcommand(new Renew(context));
    }

    @Command(name = "certificate")
    static final class Group extends CommandGroup {}

    static void print(Authority authority, Context context) {
        var out = context.terminal().out();
        out.println("authority: " + authority.name());
        out.println("fingerprint: " + fingerprint(authority));
        out.println("until: " + authority.until().atOffset(ZoneOffset.UTC).toLocalDate());
        out.println("bounds: " + String.join(" ", authority.bounds()));
    }

    static String fingerprint(Authority authority) {
        return String.join(" / ", authority.fingerprint());
    }

    static List<Host> hosts(List<String> typed) {
        return typed.stream().map(Host::typed).toList();
    }

    @Command(name = "show")
    static final class Show extends FolderCommand {
        Show(Context context) {
            super(context);
        }

        @Override
        int run(Node node) {
            print(node.certificates().authority(), context);
            return ExitCode.FINE;
        }
    }

    @Command(name = "export")
    static final class Export extends FolderCommand {
        @Parameters(paramLabel = "FILE", descriptionKey = "certificate.file")
        Path file = Path.of("");

        Export(Context context) {
            super(context);
        }

        @Override
        int run(Node node) {
            Authority authority = node.certificates().authority();
            byte[] content = file.toString().endsWith(".pem")
                    ? authority.pem().getBytes(StandardCharsets.US_ASCII)
                    : authority.der();
            try {
                Files.write(file, content);
            } catch (IOException e) {
                throw new Problem("command.file-unwritable", Map.of("file", file.toString(), "cause", e.toString()), e);
            }
            context.tell(
                    "command.certificate-exported",
                    Map.of("file", file.toString(), "fingerprint", fingerprint(authority)));
            return ExitCode.FINE;
        }
    }

    @Command(name = "renew")
    static final class Renew extends FolderCommand {
        @Option(names = "--host", paramLabel = "NAME", descriptionKey = "certificate.host")
        List<String> hosts = List.of();

        Renew(Context context) {
            super(context);
        }

        @Override
        int run(Node node) {
            print(node.certificates().renew(hosts(hosts)), context);
            context.tell("command.certificate-renewed", Map.of());
            return ExitCode.FINE;
        }
    }
}
