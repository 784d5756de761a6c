package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.common.ui.Changes;
import com.acme.dashboard.common.ui.Dates;
import com.acme.dashboard.common.ui.DetailSection;
import com.acme.dashboard.common.ui.FailedState;
import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.invoices.InvoiceService;
import com.acme.dashboard.invoices.InvoicesChanged;
import com.acme.dashboard.invoices.PaidMonth;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;

/** What a customer has paid in each of the last twelve months, as a small picture on the customer's page. */
@SpringComponent
@Order(0)
class CustomerPaidMonths implements DetailSection {

    private static final int MONTHS = 12;

    private final InvoiceService invoices;
    private final Changes changes;
    private final Clock clock;

    CustomerPaidMonths(InvoiceService invoices, Changes changes, Clock clock) {
        this.invoices = invoices;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "dashboard/customers";
    }

    @Override
    public Component of(UUID customerId, String address) {
        return new Picture(customerId);
    }

    private final class Picture extends Div {

        private final UUID customerId;
        private final OrderedList bars = new OrderedList();
        private final FailedState failed = new FailedState(getTranslation("invoices.failed"), this::refresh);

        Picture(UUID customerId) {
            this.customerId = customerId;
            addClassNames("card", "paid-months");
            setTestId("paid-months");
            bars.addClassName("month-bars");
            var caption = new Span(getTranslation("invoices.paid-months.caption"));
            caption.addClassNames("muted", "small");
            var head = new Div(new H2(getTranslation("invoices.paid-months")), caption);
            head.addClassName("card-head");
            add(head, bars, failed);
            changes.listen(this, InvoicesChanged.class, this::refresh);
            refresh();
        }

        private void refresh() {
            var last = YearMonth.from(LocalDate.now(clock));
            var read = Failures.attempt(
                    () -> show(invoices.paidMonthsOf(customerId, last.minusMonths(MONTHS - 1), last)), () -> {});
            bars.setVisible(read);
            failed.setVisible(!read);
        }

        private void show(List<PaidMonth> months) {
            bars.removeAll();
            var most = Math.max(
                    1,
                    months.stream()
                            .mapToLong(month -> month.paid().cents())
                            .max()
                            .orElse(0));
            months.forEach(month -> bars.add(bar(month, month.paid().cents() * 100 / most)));
        }

        private ListItem bar(PaidMonth month, long percent) {
            var words = getTranslation(
                    "invoices.paid-months.one",
                    Dates.format(month.month(), getLocale()),
                    month.paid().format(getLocale()));
            var bar = new Div();
            bar.addClassName("month-bar");
            bar.setHeight(percent + "%");
            if (month.paid().cents() > 0) {
                var figure = new Span(month.paid().formatShort(getLocale()));
                figure.addClassNames("month-figure", "figures");
                figure.getElement().setAttribute("aria-hidden", "true");
                bar.add(figure);
            }
            var said = new Span(words);
            said.addClassName("visually-hidden");
            var name = new Span(month.month().getMonth().getDisplayName(TextStyle.SHORT_STANDALONE, getLocale()));
            name.addClassName("month-name");
            name.getElement().setAttribute("aria-hidden", "true");
            var item = new ListItem(new Div(bar), name, said);
            item.getElement().setAttribute("title", words);
            return item;
        }
    }
}
