package com.acme.dashboard.studio;

import com.acme.dashboard.IntegrationTest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** A test that reads a table of many types, in a schema of its own. */
@IntegrationTest
@WithMockUser(roles = StudioPermission.ROLE)
abstract class StudioRowsIntegrationTest {

    static final TableName THINGS = new TableName("studio test", "things");

    @Autowired
    JdbcClient database;

    @Autowired
    StudioCatalog catalog;

    @Autowired
    StudioRows rows;

    @BeforeEach
    void make_tables() {
        run("create schema \"studio test\"");
        run("create type \"studio test\".mood as enum ('sad', 'ok', 'happy')");
        run("create domain \"studio test\".percent as integer check (value between 0 and 100)");
        run("""
                create table "studio test".things (
                    id integer primary key, name varchar(40), price numeric(10, 2), mood "studio test".mood,
                    share "studio test".percent, on_sale boolean, day date, at timestamptz, json json, jsonb jsonb,
                    bytes bytea, tags text[], range int4range, ip inet, point point, uuid uuid, gap interval,
                    twice integer generated always as (id * 2) stored)
                """);
        run("""
                insert into "studio test".things values
                    (1, 'one 100%', 9.99, 'sad', 10, false, '2024-12-06', '2024-12-06 10:00Z', '{"a":1}', '{"b":[1,2]}',
                     '\\xdeadbeef', '{x,"y z"}', '[1,5)', '10.0.0.1', '(1,2)', 'c0000000-0000-4000-8000-000000000001', '1 day'),
                    (2, 'two 100', 19.99, 'happy', 20, true, '2025-01-01', '2025-01-01 00:00Z', null, null,
                     '\\xf0', '{z}', '[2,5)',
                     '10.0.0.2', null, 'c0000000-0000-4000-8000-000000000002', '2 days'),
                    (3, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null)
                """);
    }

    @AfterEach
    void drop_tables() {
        run("drop schema \"studio test\" cascade");
    }

    String full(Row row, String column) {
        return rows.value(shape(THINGS), RowQuery.all(THINGS), row, column)
                .orElseThrow()
                .text();
    }

    List<Row> page(RowQuery query) {
        return rows.page(shape(query.table()), query, null, 0, 0, 100).rows();
    }

    TableShape shape(TableName table) {
        return catalog.shape(table).orElseThrow();
    }

    static List<@Nullable String> texts(Row row) {
        List<@Nullable String> texts = new ArrayList<>();
        row.cells().forEach(cell -> texts.add(cell == null ? null : cell.text()));
        return texts;
    }

    void run(String sql) {
        database.sql(sql).update();
    }
}
