package com.acme.dashboard.security;

import com.acme.dashboard.common.ViolatedConstraint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The accounts in {@code users}. Plain Java on a data source, so that commands can use it without starting the web
 * application; it asks for nobody's permission, the web application reaches it through what does.
 */
public final class Accounts {

    /** In characters. */
    public static final int MINIMUM_PASSWORD_LENGTH = 6;

    private static final String EMAIL_UNIQUE = "users_email_unique";

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;

    private Accounts(JdbcClient jdbc, PasswordEncoder passwords) {
        this.jdbc = jdbc;
        this.passwords = passwords;
    }

    /** The accounts in the database that the data source leads to. */
    public static Accounts in(DataSource dataSource) {
        return in(dataSource, new BcryptPasswords());
    }

    static Accounts in(DataSource dataSource, PasswordEncoder passwords) {
        return new Accounts(JdbcClient.create(dataSource), passwords);
    }

    /** The account with that email: without regard to case, unless accounts differ only in case. */
    public Optional<Account> find(String email) {
        return user(email).map(User::account);
    }

    /**
     * Makes an account.
     *
     * @throws EmailTaken where there is one with that email already, upper and lower case aside but for one that is made at
     *     the same moment
     * @throws PasswordRefused where the password is too short or too long
     */
    public Account create(String email, String name, String password, Role role) {
        var hash = hash(password);
        if (!usersIgnoringCase(email).isEmpty()) {
            throw new EmailTaken(email);
        }
        try {
            return insert(email, name, hash, role);
        } catch (DataIntegrityViolationException e) {
            // Somebody else was quicker.
            ViolatedConstraint.require(EMAIL_UNIQUE, e);
            throw new EmailTaken(email);
        }
    }

    private Account insert(String email, String name, String hash, Role role) {
        return jdbc.sql("""
                        insert into users (name, email, password, role)
                        values (:name, :email, :hash, :role)
                        returning id, name, email, password, role
                        """)
                .param("name", name)
                .param("email", email)
                .param("hash", hash)
                .param("role", role.name())
                .query(Accounts::row)
                .single()
                .account();
    }

    /** Replaces a password without asking for the old one; throws {@link PasswordRefused} like {@link #create}. */
    public void setPassword(Account account, String password) {
        store(account, hash(password));
    }

    /** Stores what {@link #hash} has made of the account's new password. */
    void store(Account account, String hash) {
        jdbc.sql("update users set password = :hash where id = :id")
                .param("hash", hash)
                .param("id", account.id())
                .update();
    }

    /** Makes the account an administrator's, from its next sign-in on. */
    public Account promote(Account account) {
        return jdbc.sql("""
                        update users set role = :role where id = :id
                        returning id, name, email, password, role
                        """)
                .param("role", Role.ADMIN.name())
                .param("id", account.id())
                .query(Accounts::row)
                .single()
                .account();
    }

    boolean hasPassword(Account account, String password) {
        return user(account.id())
                .filter(user -> passwords.matches(password, user.password()))
                .isPresent();
    }

    Optional<User> user(UUID id) {
        return jdbc.sql("select id, name, email, password, role from users where id = :id")
                .param("id", id)
                .query(Accounts::row)
                .optional();
    }

    /** Those of the accounts that are there. */
    Map<UUID, User> users(Collection<UUID> ids) {
        return jdbc
                .sql("select id, name, email, password, role from users where id = any (cast(:ids as uuid[]))")
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(Accounts::row)
                .list()
                .stream()
                .collect(Collectors.toMap(user -> user.account().id(), Function.identity()));
    }

    Optional<User> user(String email) {
        var users = usersIgnoringCase(email);
        return users.size() == 1
                ? Optional.of(users.getFirst())
                : users.stream().filter(user -> user.email().equals(email)).findFirst();
    }

    /** Replaces a hash by one of the same password, and tells whether it did: a hash changed meanwhile, perhaps elsewhere, stays. */
    boolean replaceHash(UUID id, String oldHash, String newHash) {
        return jdbc.sql("update users set password = :newHash where id = :id and password = :oldHash")
                        .param("newHash", newHash)
                        .param("id", id)
                        .param("oldHash", oldHash)
                        .update()
                == 1;
    }

    private List<User> usersIgnoringCase(String email) {
        // PostgreSQL cannot store the character, and refuses to compare with it.
        if (email.indexOf('\0') >= 0) {
            return List.of();
        }
        return jdbc.sql("""
                        select id, name, email, password, role
                        from users
                        where lower(email) = lower(:email)
                        order by email, id
                        """).param("email", email).query(Accounts::row).list();
    }

    private static User row(ResultSet row, int number) throws SQLException {
        return new User(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                row.getString("password"),
                Role.valueOf(row.getString("role")));
    }

    /** What is stored of a password; throws {@link PasswordRefused} like {@link #create}. */
    String hash(String password) {
        if (password.codePointCount(0, password.length()) < MINIMUM_PASSWORD_LENGTH) {
            throw new PasswordRefused(PasswordRefused.Reason.TOO_SHORT);
        }
        return Objects.requireNonNull(passwords.encode(password));
    }
}
