package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.BrowserlessTest;
import com.acme.dashboard.customers.CustomerOption;
import com.acme.dashboard.invoices.InvoiceStatus;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A test of the form that creates or edits an invoice. */
abstract class InvoiceFormBrowserlessTest extends BrowserlessTest {

    static final String EDIT = "dashboard/invoices/f0000000-0000-4000-8000-000000000001/edit";

    @Autowired
    JdbcClient database;

    void edit() {
        navigate(EDIT, InvoiceEditView.class);
    }

    ComboBox<CustomerOption> customer() {
        return findInView(CustomerField.class).single();
    }

    TextField amount() {
        return findInView(TextField.class).withLabel("Amount").single();
    }

    @SuppressWarnings("unchecked")
    RadioButtonGroup<InvoiceStatus> status() {
        return findInView(RadioButtonGroup.class).withLabel("Status").single();
    }

    DatePicker date() {
        return findInView(DatePicker.class).withLabel("Date").single();
    }

    int rows(String condition) {
        return database.sql("select count(*) from invoices where " + condition)
                .query(Integer.class)
                .single();
    }
}
