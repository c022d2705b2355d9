// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.io.Console;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clearway.access.AccountId;
import org.clearway.accounts.Lasts;
import org.clearway.accounts.Password;
import org.clearway.journal.NodeFolder;
import org.clearway.language.Problem;
import org.clearway.trust.Authority;
import org.clearway.trust.Host;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `clearway init`: makes a node's folder and its first account, and its certificate authority.
@Command(name = "init")
final class InitCommand implements Callable<Integer> {
    private final Context context;

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
    @Nullable
    Path data;

    @Option(names = "--database", paramLabel = "URL", descriptionKey = "database")
    @Nullable
    String database;

    @Option(names = "--account", paramLabel = "NAME", descriptionKey = "init.account")
    String account = "admin";

    @Option(names = "--from", paramLabel = "FILE", descriptionKey = "init.from")
    @Nullable
    Path from;

    @Option(names = "--host", paramLabel = "NAME", descriptionKey = "certificate.host")
    List<String> hosts = List.of();

    @Option(names = "--non-interactive", descriptionKey = "init.non-interactive")
    boolean nonInteractive;

    InitCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var chance = new SecureRandom();
        AccountId first = accountId(account);
        List<Host> besides = CertificateCommand.hosts(hosts);
        NodeFolder folder = FolderCommand.Folders.named(data, database);
        if (folder.exists()) throw Problem.of("journal.folder-taken", "folder", folder.path());
        String passphrase = nonInteractive
                ? Password.random(chance).text()
                : typedTwice("command.passphrase-new", Map.of("least", 8));
        Password password = nonInteractive
                ? Password.random(chance)
                : new Password(typedTwice("command.password-new", Map.of("account", first.name())));
        Lasts lasts = nonInteractive ? Lasts.UNTIL_FIRST_USE : Lasts.AS_IT_IS;
        folder.create(Optional.empty(), passphrase, chance);
        Authority authority;
        try (Node node = Node.open(folder, passphrase)) {
            node.accounts().firstAccount(node.journal().ids().next(), first, password, lasts);
            authority = node.certificates().renew(besides);
        }
        if (nonInteractive) {
            context.terminal().out().println("folder: " + folder.path());
            context.terminal().out().println("passphrase: " + passphrase);
            context.terminal().out().println("account: " + first.name());
            context.terminal().out().println("password: " + password.text());
        }
        CertificateCommand.print(authority, context);
        // The node is there by now, and its password was told, whatever is wrong with the file.
        if (from != null) {
            try (Node node = Node.open(folder, passphrase)) {
                SetUpCommand.load(node, from, context);
            }
        }
        context.tell("command.init-done", Map.of("folder", folder.path().toString(), "account", first.name()));
        return ExitCode.FINE;
    }

    static AccountId accountId(String name) {
        try {
            return new AccountId(name);
        } catch (IllegalArgumentException e) {
            throw new Problem("command.bad-account-name", Map.of("name", name), e);
        }
    }

    private String typedTwice(String prompt, Map<String, ?> values) {
        Console console = System.console();
        if (console == null) throw Problem.of("command.no-console");
        while (true) {
            context.tell(prompt, values);
            char[] once = console.readPassword();
            context.tell("command.once-more", Map.of());
            char[] twice = console.readPassword();
            if (once == null || twice == null) throw Problem.of("command.no-console");
            if (Arrays.equals(once, twice)) return new String(once);
            context.tell("command.not-the-same", Map.of());
        }
    }
}
