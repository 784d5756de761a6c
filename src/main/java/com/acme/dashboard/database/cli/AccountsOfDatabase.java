package com.acme.dashboard.database.cli;

import com.acme.dashboard.database.DatabaseServer;
import com.acme.dashboard.database.migration.Migrations;
import com.acme.dashboard.security.Account;
import com.acme.dashboard.security.Accounts;
import com.acme.dashboard.security.EmailTaken;
import com.acme.dashboard.security.PasswordRefused;
import com.acme.dashboard.security.Role;
import java.util.Optional;

/** The accounts of a command's database, once it is clear that it is the right one and up to date. */
final class AccountsOfDatabase implements AutoCloseable {

    private final DatabaseServer server;
    private final Accounts accounts;
    private final Shell shell;

    private AccountsOfDatabase(DatabaseServer server, Shell shell) {
        this.server = server;
        this.accounts = Accounts.in(server.ownerDataSource());
        this.shell = shell;
    }

    static AccountsOfDatabase open(TargetDatabase database, Shell shell) {
        var server = database.openKept();
        try {
            var migrations = new Migrations(server);
            migrations.requireNothingPending();
            return new AccountsOfDatabase(server, shell);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    Optional<Account> find(String email) {
        return accounts.find(email);
    }

    void create(String email, String name, Role role) {
        if (accounts.find(email).isPresent()) {
            throw CommandFailure.failed(
                    "There is an account for %s already. ./db set-password replaces its password.".formatted(email));
        }
        var password = shell.readNewPassword();
        try {
            var account = accounts.create(email, name, password, role);
            shell.out().println("Created %s with the role %s.".formatted(account.email(), account.role()));
        } catch (EmailTaken | PasswordRefused refused) {
            throw CommandFailure.failed(refused);
        }
    }

    void promote(Account account) {
        var promoted = accounts.promote(account);
        shell.out().println("%s is %s now.".formatted(promoted.email(), promoted.role()));
    }

    void setPassword(Account account) {
        var password = shell.readNewPassword();
        try {
            accounts.setPassword(account, password);
            shell.out().println("Replaced the password of %s.".formatted(account.email()));
        } catch (PasswordRefused refused) {
            throw CommandFailure.failed(refused);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
