package com.acme.dashboard.invoices.export;

import com.acme.dashboard.invoices.InvoiceStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words in a file, in the language of whoever asked for it.
 *
 * @param title what the file holds, in the plural
 */
public record FileWords(
        Locale locale,
        String title,
        String invoice,
        String customer,
        String email,
        String amount,
        String date,
        String status,
        Map<InvoiceStatus, String> statuses) {

    public FileWords {
        statuses = Map.copyOf(statuses);
    }

    /** The names of the columns of a table. */
    List<String> columns() {
        return List.of(customer, email, amount, date, status, invoice);
    }

    String of(InvoiceStatus value) {
        return statuses.getOrDefault(value, value.text());
    }
}
