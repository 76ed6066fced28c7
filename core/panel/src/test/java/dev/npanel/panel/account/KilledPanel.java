package dev.npanel.panel.account;

import dev.npanel.api.account.UnixAccounts.CreateUnixAccount;
import dev.npanel.api.account.UnixAccounts.DeleteUnixAccount;
import dev.npanel.api.account.UnixAccounts.ReadUnixAccount;
import dev.npanel.api.account.UnixAccounts.UnixAccount;
import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.Caller.Role;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.api.value.AccountName;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.agent.Outcome;
import dev.npanel.panel.fixture.TestPanel;
import dev.npanel.panel.rest.CallContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process that makes and removes accounts until it is killed; its host is a directory with a file for each Unix user. */
public final class KilledPanel {
    private KilledPanel() {}

    /** @param arguments the directory of the panel, the directory of the host */
    public static void main(String[] arguments) {
        try (TestPanel panel = new TestPanel(Path.of(arguments[0]))) {
            Provisioning provisioning = new Provisioning(panel.accounts, new DirectoryAgent(Path.of(arguments[1])));
            CallContext administrator = TestPanel.as("root1", Role.ADMINISTRATOR);
            provisioning.settle(administrator);
            System.out.println("settled");
            for (int i = 0; ; i++) {
                AccountName name = new AccountName("u" + i % 7);
                panel.accounts
                        .find(name)
                        .ifPresentOrElse(
                                there -> {
                                    provisioning.delete(administrator, there);
                                    System.out.println("deleted " + name);
                                },
                                () -> {
                                    provisioning.create(
                                            administrator,
                                            new NewAccount(name, TestPanel.PASSWORD, null, Role.USER, "default"));
                                    System.out.println("created " + name);
                                });
            }
        }
    }

    /** Unix users as files. */
    record DirectoryAgent(Path host) implements Agent {
        @Override
        public <I extends Record & Scoped, O extends Record> Outcome<O> call(
                CallContext context, ActionType<I, O> action, I request) {
            try {
                return new Outcome.Done<>(action.output().cast(answer(request)), null);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private UnixAccount answer(Record request) throws IOException {
            if (request instanceof CreateUnixAccount create) {
                Files.createFile(host.resolve(create.name().text()));
                return unix(create.name());
            }
            if (request instanceof DeleteUnixAccount delete) {
                there(delete.name());
                Files.delete(host.resolve(delete.name().text()));
                return unix(delete.name());
            }
            AccountName name = ((ReadUnixAccount) request).name();
            there(name);
            return unix(name);
        }

        private void there(AccountName name) {
            if (!Files.exists(host.resolve(name.text()))) {
                throw Problem.of(ProblemKind.NOT_FOUND, "unix.not-found", "x").asException();
            }
        }

        private static UnixAccount unix(AccountName name) {
            return new UnixAccount(name, 1000, new AbsolutePath("/home/" + name));
        }
    }
}
