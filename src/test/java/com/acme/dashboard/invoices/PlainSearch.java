package com.acme.dashboard.invoices;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The rules of the search, one row at a time: slow, short, and written without a look at how the product does it. */
final class PlainSearch {

    private static final Pattern MONTH = Pattern.compile("\\b(?:(20\\d\\d)-(\\d\\d)|Mar (20\\d\\d))\\b");

    private final InvoiceFilter filter;
    private final List<String> months = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    PlainSearch(InvoiceFilter filter) {
        this.filter = filter;
        var rest = MONTH.matcher(filter.query()).replaceAll(found -> {
            months.add(found.group(1) == null ? found.group(3) + "-03" : found.group(1) + "-" + found.group(2));
            return " ";
        });
        for (var word : rest.split(" ", -1)) {
            if (!word.isEmpty()) {
                words.add(plain(word));
            }
        }
    }

    boolean finds(PlainInvoice invoice) {
        return (filter.status() == null || filter.status().text().equals(invoice.status()))
                && (filter.from() == null || !invoice.date().isBefore(filter.from()))
                && (filter.to() == null || !invoice.date().isAfter(filter.to()))
                && (filter.customerId() == null || filter.customerId().equals(invoice.customerId()))
                && months.stream().allMatch(invoice.date().toString()::startsWith)
                && words.stream().allMatch(word -> shows(invoice, word));
    }

    private static boolean shows(PlainInvoice invoice, String word) {
        var dollars = "%d.%02d".formatted(invoice.amount() / 100, invoice.amount() % 100);
        var typed = word.replaceAll("[$,]", "");
        return plain(invoice.name() + " " + invoice.email()).contains(word)
                || invoice.status().equals(word)
                || String.valueOf(invoice.date().getYear()).equals(word)
                || (typed.matches("\\d+(\\.\\d{1,2})?")
                        && dollars.startsWith(typed.contains(".") ? typed : typed + "."));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("[\u0300-\u036F]", "")
                .toLowerCase(Locale.ROOT);
    }
}
