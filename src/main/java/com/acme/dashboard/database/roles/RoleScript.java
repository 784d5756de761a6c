package com.acme.dashboard.database.roles;

import static com.acme.dashboard.database.roles.DatabaseRole.APP;
import static com.acme.dashboard.database.roles.DatabaseRole.OWNER;
import static com.acme.dashboard.database.roles.DatabaseRole.READONLY;

import com.acme.dashboard.database.schema.Identifiers;
import com.acme.dashboard.database.schema.Literals;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statements that give a database its three roles and each role what it may do; run again they change nothing. The
 * passwords are no part of them.
 */
final class RoleScript {

    private final RoleNames names;
    private final List<GrantedThing> things;
    private final Set<String> formerOwners;

    private RoleScript(RoleNames names, List<GrantedThing> things, Set<String> formerOwners) {
        this.names = names;
        this.things = things;
        this.formerOwners = formerOwners;
    }

    /** A part of the script: why, and the statements. */
    record Step(String comment, List<String> statements) {}

    /** For the current schema of that connection's database. Reads only. */
    static List<Step> of(Connection connection) throws SQLException {
        var names = RoleNames.of(connection);
        var things = GrantedThing.read(connection);
        return new RoleScript(names, things, formerOwners(connection, names, things)).steps();
    }

    /**
     * Who owned something until now, and whoever runs the script; a superuser needs no membership. Never one of the three
     * roles: the application would keep an owner's rights with it.
     */
    private static Set<String> formerOwners(Connection connection, RoleNames names, List<GrantedThing> things)
            throws SQLException {
        var owners = things.stream()
                .filter(thing -> thing.target() != Target.DATABASE && thing.target() != Target.SCHEMA)
                .map(GrantedThing::owner)
                .collect(Collectors.toCollection(TreeSet::new));
        var former = new TreeSet<String>();
        try (var query = connection.prepareStatement("""
                select rolname from pg_roles
                where (rolname = any (?) or rolname = current_user) and rolname <> all (?) and not rolsuper""")) {
            query.setArray(1, connection.createArrayOf("text", owners.toArray()));
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            Stream.of(DatabaseRole.values()).map(names::of).toArray()));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    former.add(rows.getString(1));
                }
            }
        }
        return former;
    }

    private List<Step> steps() {
        return List.of(
                new Step("The roles. Who has no password cannot log in.", create()),
                new Step(
                        "Where everything is.",
                        List.of("set local search_path to " + Identifiers.quote(names.schema()))),
                new Step("The database and the schema: nobody but the owner makes anything in them.", places()),
                new Step("The owner owns all of it, and who owned it before can do what he could.", own()),
                new Step("Rows.", rows()),
                new Step("The same for what the owner makes from now on.", defaults()));
    }

    private List<String> create() {
        var statements = new ArrayList<String>();
        for (var role : DatabaseRole.values()) {
            statements.add("""
                    do $$
                    begin
                        if not exists (select from pg_roles where rolname = %s) then
                            create role %s login;
                        end if;
                    end
                    $$""".formatted(Literals.quote(names.of(role)), names.quoted(role)));
        }
        return statements;
    }

    private List<String> places() {
        var database = "database " + Identifiers.quote(names.database());
        var schema = "schema " + Identifiers.quote(names.schema());
        var statements = new ArrayList<String>();
        var others = "public, %s, %s".formatted(names.quoted(APP), names.quoted(READONLY));
        statements.add("revoke create, temporary on %s from %s".formatted(database, others));
        statements.add("revoke create on %s from %s".formatted(schema, others));
        for (var role : DatabaseRole.values()) {
            statements.add(grant(role, Target.DATABASE, database));
            statements.add(grant(role, Target.SCHEMA, schema));
        }
        return statements;
    }

    private List<String> own() {
        var statements = new ArrayList<String>();
        formerOwners.forEach(
                former -> statements.add("grant %s to %s".formatted(names.quoted(OWNER), Identifiers.quote(former))));
        things.stream()
                .filter(thing -> RoleDifferences.hasAnotherOwner(thing, names))
                .forEach(thing ->
                        statements.add("alter %s owner to %s".formatted(thing.reference(), names.quoted(OWNER))));
        return statements;
    }

    private List<String> rows() {
        var statements = new ArrayList<String>();
        for (var role : List.of(APP, READONLY)) {
            for (var target : List.of(Target.TABLE, Target.KEPT_TABLE, Target.APPEND_TABLE, Target.SEQUENCE)) {
                things.stream().filter(thing -> thing.target() == target).forEach(thing -> {
                    statements.add("revoke all on %s from %s".formatted(thing.reference(), names.quoted(role)));
                    if (!role.on(target).isEmpty()) {
                        statements.add(grant(role, target, thing.reference()));
                    }
                });
            }
        }
        return statements;
    }

    private List<String> defaults() {
        var statements = new ArrayList<String>();
        for (var role : List.of(APP, READONLY)) {
            for (var target : List.of(Target.TABLE, Target.SEQUENCE)) {
                if (!role.on(target).isEmpty()) {
                    statements.add(RoleDifferences.defaultPrivileges(names, role, target));
                }
            }
        }
        return statements;
    }

    private String grant(DatabaseRole role, Target target, String reference) {
        return RoleDifferences.grant(role, target, reference, names);
    }
}
