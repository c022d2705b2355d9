// SPDX-License-Identifier: Apache-2.0
package org.clearway;

import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearway.access.AccountId;
import org.clearway.access.Actor;
import org.clearway.access.Role;
import org.clearway.accounts.Account;
import org.clearway.accounts.Password;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `clearway account`: who may sign in. Whoever can open the folder may do this; the journal names the node as the
/// actor.
final class AccountCommand {
    /// Whoever holds the folder and its passphrase acts as an administrator at the machine itself.
    private static final Actor AT_THE_MACHINE = new Actor(AccountId.NODE, Set.of(Role.ADMINISTRATOR));

    private AccountCommand() {}

    static CommandLine all(Context context) {
        return new CommandLine(new Group())
                .addSubcommand(new ListAll(context))
                .addSubcommand(new Open(context))
                .addSubcommand(new Reset(context))
                .addSubcommand(new Close(context));
    }

    @Command(name = "account")
    static final class Group extends CommandGroup {}

    @Command(name = "list")
    static final class ListAll extends FolderCommand {
        ListAll(Context context) {
            super(context);
        }

        @Override
        int run(Node node) {
            for (Account account :
                    node.accounts().list(AT_THE_MACHINE, node.journal().now())) {
                String roles = account.roles().stream()
                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .collect(Collectors.joining(","));
                context.terminal()
                        .out()
                        .println(account.id().name() + "\t" + roles + "\t" + (account.isOpen() ? "open" : "closed"));
            }
            return ExitCode.FINE;
        }
    }

    @Command(name = "open")
    static final class Open extends FolderCommand {
        @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "account.name")
        String name = "";

        @Option(names = "--desk", paramLabel = "DESK", required = true, split = ",", descriptionKey = "account.desk")
        List<Role> desks = List.of();

        Open(Context context) {
            super(context);
        }

        @Override
        int run(Node node) {
            Password password = Password.random(new SecureRandom());
            AccountId account = InitCommand.accountId(name);
            node.accounts()
                    .open(AT_THE_MACHINE, node.journal().ids().next(), account, new LinkedHashSet<>(desks), password);
            context.terminal().out().println("account: " + account.name());
            context.terminal().out().println("password: " + password.text());
            return ExitCode.FINE;
        }
    }

    @Command(name = "reset")
    static final class Reset extends FolderCommand {
        @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "account.name")
        String name = "";

        Reset(Context context) {
            super(context);
        }

        @Override
        int run(Node node) {
            Password password = Password.random(new SecureRandom());
            AccountId account = InitCommand.accountId(name);
            node.accounts().resetAtTheMachine(node.journal().ids().next(), account, password);
            context.terminal().out().println("account: " + account.name());
            context.terminal().out().println("password: " + password.text());
            return ExitCode.FINE;
        }
    }

    @Command(name = "close")
    static final class Close extends FolderCommand {
        @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "account.name")
        String name = "";

        Close(Context context) {
            super(context);
        }

        @Override
        int run(Node node) {
            AccountId account = InitCommand.accountId(name);
            node.accounts().close(AT_THE_MACHINE, node.journal().ids().next(), account);
            context.tell("command.account-closed", Map.of("account", account.name()));
            return ExitCode.FINE;
        }
    }
}
