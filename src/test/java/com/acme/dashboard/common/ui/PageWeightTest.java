package com.acme.dashboard.common.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.security.VaadinPage;
import com.acme.dashboard.security.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The faults of the application people come from: a link for each page of the list, a customers page of 39.8 MB with ten
 * thousand customers.
 */
@IntegrationTest
class PageWeightTest {

    private static final int MOST_CHARACTERS = 200_000;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    private Visitor browser;

    @BeforeEach
    void sign_in() {
        browser = new Visitor(port, "198.51.100.31").signedInAs("user@acme.test", "123456");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dashboard/invoices", "dashboard/customers", "dashboard/invoices/create", "dashboard/todos"})
    void a_page_weighs_the_same_however_many_rows_there_are(String path) {
        addRows(300);
        var ofFew = weight(path);
        addRows(10_000);

        assertThat(weight(path)).isLessThan(ofFew + 2_000).isLessThan(MOST_CHARACTERS);
    }

    private void addRows(int number) {
        database.sql("""
                        with added as (
                            insert into customers (name, email, image_url)
                            select 'Customer ' || n, n || '@many.test', '' from generate_series(1, :number) n
                            returning id)
                        insert into invoices (customer_id, amount, status, date)
                        select id, 100, 'pending', date '2026-01-01' from added
                        """).param("number", number).update();
        database.sql("insert into todos (title) select 'Todo ' || n from generate_series(1, :number) n")
                .param("number", number)
                .update();
    }

    private int weight(String path) {
        return VaadinPage.open(browser, path).content().length();
    }
}
