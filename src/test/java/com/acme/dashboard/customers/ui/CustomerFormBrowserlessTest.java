package com.acme.dashboard.customers.ui;

import com.acme.dashboard.BrowserlessTest;
import com.vaadin.flow.component.textfield.TextField;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A test that fills the form for one customer. */
abstract class CustomerFormBrowserlessTest extends BrowserlessTest {

    static final String JANE = "dashboard/customers/c0000000-0000-4000-8000-000000000002";
    static final String EDIT = JANE + "/edit";

    @Autowired
    JdbcClient database;

    TextField field(String label) {
        return findInView(TextField.class).withLabel(label).single();
    }

    void type(String label, String text) {
        test(field(label)).setValue(text);
    }

    int rows(String condition) {
        return database.sql("select count(*) from customers where " + condition)
                .query(Integer.class)
                .single();
    }
}
