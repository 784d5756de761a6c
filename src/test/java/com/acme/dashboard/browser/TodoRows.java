package com.acme.dashboard.browser;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The three todos that tests begin with, in the one list that everybody shares. */
final class TodoRows {

    static final String CALL = "Call Harbor & Pine";
    static final String SEND = "Send the statements";

    /** The completed one. */
    static final String CLOSE = "Close the books of June";

    private TodoRows() {}

    static void begin(JdbcClient jdbc) {
        jdbc.sql("delete from todos").update();
        write(jdbc, CALL, false);
        write(jdbc, SEND, false);
        write(jdbc, CLOSE, true);
    }

    private static void write(JdbcClient jdbc, String title, boolean completed) {
        jdbc.sql("insert into todos (title, completed) values (:title, :completed)")
                .param("title", title)
                .param("completed", completed)
                .update();
    }
}
