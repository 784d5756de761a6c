package com.acme.dashboard.studio;

import com.acme.dashboard.IntegrationTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** A test that edits a table of many types, in a schema of its own. */
@IntegrationTest
@WithMockUser(username = "ada@acme.test", roles = StudioPermission.ROLE)
abstract class StudioEditsIntegrationTest {

    static final TableName THINGS = new TableName("edit test", "things");

    @Autowired
    JdbcClient database;

    @Autowired
    StudioCatalog catalog;

    @Autowired
    StudioRows rows;

    @Autowired
    StudioEdits edits;

    @BeforeEach
    void make_tables() {
        run("create schema \"edit test\"");
        run("create type \"edit test\".mood as enum ('sad', 'happy')");
        run("create domain \"edit test\".percent as integer check (value between 0 and 100)");
        run("""
                create table "edit test".things (
                    id integer primary key, name varchar(5) default 'new', price numeric(6, 2), mood "edit test".mood,
                    share "edit test".percent, on_sale boolean not null default false, day date, at timestamptz, jsonb jsonb,
                    bytes bytea, tags text[], range int4range, ip inet, point point, uuid uuid, gap interval, code char(3),
                    parent integer constraint things_parent_fk references "edit test".things,
                    twice integer generated always as (id * 2) stored, number bigint generated always as identity,
                    password text,
                    constraint things_name_unique unique (name), constraint things_price_check check (price > 0))
                """);
        run("insert into \"edit test\".things (id, name) values (1, 'one'), (2, 'two'), (3, 'three')");
    }

    @AfterEach
    void drop_tables() {
        run("drop schema \"edit test\" cascade");
    }

    EditOutcome apply(RowEdit... staged) {
        return edits.apply(THINGS, List.of(staged));
    }

    RowEdit change(int id, String column, @Nullable String text) {
        return change(identity(THINGS, id), column, text);
    }

    static RowEdit change(RowIdentity row, String column, @Nullable String text) {
        return new RowEdit.Change(row, List.of(new Assignment(column, text)));
    }

    /** Of the row at that place, from 1. */
    RowIdentity identity(TableName table, int place) {
        var page = rows.page(shape(table), RowQuery.all(table), null, 0, 0, 10).rows();
        return Objects.requireNonNull(page.get(place - 1).identity());
    }

    TableShape shape(TableName table) {
        return catalog.shape(table).orElseThrow();
    }

    void run(String sql) {
        database.sql(sql).update();
    }

    @Nullable
    String value(String sql) {
        return values(sql).getFirst();
    }

    List<@Nullable String> values(String sql) {
        List<@Nullable String> values = new ArrayList<>();
        database.sql(sql).query(row -> {
            values.add(row.getString(1));
        });
        return values;
    }
}
