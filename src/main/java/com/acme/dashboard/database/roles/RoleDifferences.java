package com.acme.dashboard.database.roles;

import static com.acme.dashboard.database.roles.DatabaseRole.OWNER;

import com.acme.dashboard.database.schema.Difference;
import com.acme.dashboard.database.schema.Identifiers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** In what the rights of a database's roles are not what {@link DatabaseRole} says; nothing where it has no such roles. */
public final class RoleDifferences {

    /** What everybody has from the start, or may have. */
    private static final Set<String> OF_EVERYBODY = Set.of("CONNECT", "USAGE");

    /** Tables on which the roles have fewer rights than on those that are new. */
    private static final Set<Target> PROTECTED = Set.of(Target.KEPT_TABLE, Target.APPEND_TABLE);

    private final RoleNames names;
    private final List<Difference> differences = new ArrayList<>();

    private RoleDifferences(RoleNames names) {
        this.names = names;
    }

    /** The differences in the current schema of that connection's database. Reads only. */
    public static List<Difference> of(Connection connection) throws SQLException {
        var names = RoleNames.of(connection);
        if (names.there().isEmpty()) {
            return List.of();
        }
        var found = new RoleDifferences(names);
        for (var thing : GrantedThing.read(connection)) {
            found.compare(thing);
        }
        found.compareDefaults(connection);
        found.compareRoles(connection);
        return List.copyOf(found.differences);
    }

    /**
     * Takes from the roles what new tables gave them by default although only migrations and triggers write there, or rows
     * are only added. Does nothing where there are no such roles or tables, or where the current role does not own them.
     */
    public static void protectTables(Connection connection) throws SQLException {
        var names = RoleNames.of(connection);
        if (names.there().isEmpty()) {
            return;
        }
        var found = new RoleDifferences(names);
        for (var thing : GrantedThing.read(connection)) {
            if (PROTECTED.contains(thing.target()) && isMemberOf(connection, thing.owner())) {
                found.comparePrivileges(thing);
            }
        }
        try (var statement = connection.createStatement()) {
            for (var difference : found.differences) {
                for (var fix : difference.fix()) {
                    statement.execute(fix);
                }
            }
        }
    }

    private static boolean isMemberOf(Connection connection, String role) throws SQLException {
        try (var query = connection.prepareStatement("select pg_has_role(?, 'usage')")) {
            query.setString(1, role);
            try (var result = query.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private void compare(GrantedThing thing) {
        if (names.there().contains(OWNER) && hasAnotherOwner(thing, names)) {
            differences.add(new Difference(
                    "owner of " + thing.reference(),
                    names.of(OWNER),
                    thing.owner(),
                    List.of("alter %s owner to %s".formatted(thing.reference(), names.quoted(OWNER)))));
        }
        comparePrivileges(thing);
        if (thing.target() == Target.DATABASE || thing.target() == Target.SCHEMA) {
            var tooMuch = without(thing.privilegesOf(GrantedThing.PUBLIC), OF_EVERYBODY);
            if (!tooMuch.isEmpty()) {
                differences.add(new Difference(
                        "privileges of everybody on " + thing.reference(),
                        "not " + list(tooMuch),
                        list(tooMuch),
                        List.of("revoke %s on %s from public".formatted(list(tooMuch), thing.reference()))));
            }
        }
    }

    /** Places have an owner of their own, and what belongs to a table has the table's. */
    static boolean hasAnotherOwner(GrantedThing thing, RoleNames names) {
        return thing.target() != Target.DATABASE
                && thing.target() != Target.SCHEMA
                && !thing.ownedBySomethingElse()
                && !thing.owner().equals(names.of(OWNER));
    }

    private void comparePrivileges(GrantedThing thing) {
        for (var role : names.there()) {
            var ownsThings = role == OWNER && thing.target() != Target.DATABASE && thing.target() != Target.SCHEMA;
            if (ownsThings || thing.owner().equals(names.of(role))) {
                continue;
            }
            var wanted = role.on(thing.target());
            var there = thing.privilegesOf(names.of(role));
            var tooMuch = without(there, wanted);
            if (tooMuch.isEmpty() && there.containsAll(wanted)) {
                continue;
            }
            var fix = new ArrayList<String>();
            if (!tooMuch.isEmpty()) {
                fix.add("revoke all on %s from %s".formatted(thing.reference(), names.quoted(role)));
            }
            if (!wanted.isEmpty()) {
                fix.add(grant(role, thing.target(), thing.reference(), names));
            }
            differences.add(new Difference(
                    "privileges of %s on %s".formatted(names.of(role), thing.reference()),
                    list(wanted),
                    list(there),
                    fix));
        }
    }

    private void compareDefaults(Connection connection) throws SQLException {
        if (!names.there().contains(OWNER)) {
            return;
        }
        for (var role : names.there()) {
            for (var target : List.of(Target.TABLE, Target.SEQUENCE)) {
                var wanted = role.on(target);
                var there = defaultPrivileges(connection, role, target);
                if (!there.equals(wanted)) {
                    var fix = new ArrayList<String>();
                    if (!without(there, wanted).isEmpty()) {
                        fix.add(defaults().formatted("revoke all", kind(target), "from", names.quoted(role)));
                    }
                    if (!wanted.isEmpty()) {
                        fix.add(defaultPrivileges(names, role, target));
                    }
                    differences.add(new Difference(
                            "privileges of %s on new %s of %s".formatted(names.of(role), kind(target), names.of(OWNER)),
                            list(wanted),
                            list(there),
                            fix));
                }
            }
        }
    }

    private Set<String> defaultPrivileges(Connection connection, DatabaseRole role, Target target) throws SQLException {
        var there = new TreeSet<String>();
        try (var query = connection.prepareStatement("""
                select privilege_type || case when is_grantable then ' WITH GRANT OPTION' else '' end
                from pg_default_acl cross join lateral aclexplode(defaclacl)
                where defaclrole = ?::regrole and defaclnamespace = current_schema()::regnamespace
                  and defaclobjtype = ?::"char" and grantee = ?::regrole""")) {
            query.setString(1, names.quoted(OWNER));
            query.setString(2, target == Target.TABLE ? "r" : "S");
            query.setString(3, names.quoted(role));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    there.add(rows.getString(1));
                }
            }
        }
        return there;
    }

    /** Being a member of another role, or above the rules, makes every grant worthless; what the owner is, is not looked at. */
    private void compareRoles(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("""
                select r.rolname, m.word, m.fix
                from pg_roles r
                cross join lateral (
                    select 'SUPERUSER', 'alter role %1$I nosuperuser' where rolsuper
                    union all select 'CREATEROLE', 'alter role %1$I nocreaterole' where rolcreaterole
                    union all select 'REPLICATION', 'alter role %1$I noreplication' where rolreplication
                    union all select 'BYPASSRLS', 'alter role %1$I nobypassrls' where rolbypassrls
                    union all select format('member of %I', pg_get_userbyid(roleid)), format('revoke %I from %%1$I', pg_get_userbyid(roleid))
                              from pg_auth_members where member = r.oid
                ) m (word, fix)
                where r.rolname = ?""")) {
            for (var role : names.there()) {
                if (role == OWNER) {
                    continue;
                }
                query.setString(1, names.of(role));
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        var fix = rows.getString(3).replace("%1$I", names.quoted(role));
                        differences.add(new Difference(
                                "role " + names.of(role), "not " + rows.getString(2), rows.getString(2), List.of(fix)));
                    }
                }
            }
        }
    }

    static String grant(DatabaseRole role, Target target, String reference, RoleNames names) {
        return "grant %s on %s to %s"
                .formatted(list(role.on(target)).toLowerCase(Locale.ROOT), reference, names.quoted(role));
    }

    static String defaultPrivileges(RoleNames names, DatabaseRole role, Target target) {
        return new RoleDifferences(names)
                .defaults()
                .formatted(
                        "grant " + list(role.on(target)).toLowerCase(Locale.ROOT),
                        kind(target),
                        "to",
                        names.quoted(role));
    }

    private String defaults() {
        return "alter default privileges for role %s in schema %s "
                        .formatted(names.quoted(OWNER), Identifiers.quote(names.schema()))
                        .replace("%", "%%")
                + "%s on %s %s %s";
    }

    private static String kind(Target target) {
        return target == Target.TABLE ? "tables" : "sequences";
    }

    private static Set<String> without(Collection<String> all, Collection<String> some) {
        return all.stream().filter(one -> !some.contains(one)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** In PostgreSQL's own words, or that there is none. */
    static String list(Collection<String> privileges) {
        return privileges.isEmpty() ? "none" : String.join(", ", new TreeSet<>(privileges));
    }
}
