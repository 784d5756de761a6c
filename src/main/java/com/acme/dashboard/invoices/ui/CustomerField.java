package com.acme.dashboard.invoices.ui;

import com.acme.dashboard.common.ui.Avatars;
import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.Names;
import com.acme.dashboard.customers.CustomerFilter;
import com.acme.dashboard.customers.CustomerOption;
import com.acme.dashboard.customers.CustomerService;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;

/** Finds one of any number of customers by what is typed of the name or email. */
final class CustomerField extends ComboBox<CustomerOption> {

    private final CustomerService customers;

    CustomerField(CustomerService customers) {
        this.customers = customers;
        setLabel(getTranslation("invoices.form.customer"));
        setPlaceholder(getTranslation("invoices.form.customer.placeholder"));
        setItemLabelGenerator(customer -> Names.shown(customer.name()));
        setItems(this::page, this::count);
        setRenderer(LitRenderer.<CustomerOption>of("""
                        <div class="customer-option">%s
                          <span><span>${item.name}</span><span class="muted">${item.email}</span></span></div>
                        """.formatted(Avatars.MARKUP))
                .withProperty("name", customer -> Names.shown(customer.name()))
                .withProperty("email", CustomerOption::email)
                .withProperty("initials", customer -> Avatars.initials(customer.name()))
                .withProperty("color", customer -> Avatars.colorIndex(customer.name()))
                .withProperty("image", CustomerOption::imageUrl));
        addValueChangeListener(event -> showAvatar(event.getValue()));
    }

    private void showAvatar(@Nullable CustomerOption customer) {
        setPrefixComponent(customer == null ? null : Avatars.of(customer.name(), customer.imageUrl()));
    }

    private Stream<CustomerOption> page(Query<CustomerOption, String> query) {
        var request = PageRequest.of(query.getPage(), query.getPageSize());
        return Failures.read(() -> customers.options(filter(query), request)).stream()
                .flatMap(List::stream);
    }

    private int count(Query<CustomerOption, String> query) {
        return Failures.read(() -> customers.count(filter(query)))
                .map(Long::intValue)
                .orElse(0);
    }

    private static CustomerFilter filter(Query<CustomerOption, String> query) {
        return new CustomerFilter(query.getFilter().orElse(""));
    }
}
