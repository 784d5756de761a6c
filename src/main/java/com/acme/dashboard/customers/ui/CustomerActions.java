package com.acme.dashboard.customers.ui;

import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.common.ui.Notifications;
import com.acme.dashboard.common.ui.Question;
import com.acme.dashboard.customers.CustomerGone;
import com.acme.dashboard.customers.CustomerHasInvoices;
import com.acme.dashboard.customers.CustomerRow;
import com.acme.dashboard.customers.CustomerService;
import com.acme.dashboard.customers.DeletedCustomer;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.UUID;

/** What can be done with a customer who exists, with its way back. */
@SpringComponent
class CustomerActions {

    private final CustomerService customers;

    CustomerActions(CustomerService customers) {
        this.customers = customers;
    }

    /**
     * Asks, deletes, and offers to bring the customer back with the same id. One with invoices stays, which is said at
     * once, and again should the first invoice come in between.
     *
     * @param list what the way to the invoices of one who stays carries along
     * @param afterwards runs once the customer is deleted
     */
    void delete(UUID id, String name, CustomerListState list, Command afterwards) {
        Failures.attempt(() -> {
            var invoices = customers.detail(id).map(CustomerRow::invoiceCount).orElse(0L);
            if (invoices > 0) {
                new CustomerKeptDialog(list.addressOf(id), name, invoices).open();
            } else {
                ask(id, name, list, afterwards);
            }
        });
    }

    private void ask(UUID id, String name, CustomerListState list, Command afterwards) {
        var dialog = new Question();
        dialog.setHeader(I18NProvider.translate("customers.delete.one", name));
        dialog.setText(I18NProvider.translate("common.delete.text"));
        dialog.setCancelable(true);
        dialog.setCancelText(I18NProvider.translate("app.cancel"));
        dialog.setConfirmText(I18NProvider.translate("customers.delete"));
        dialog.setConfirmButtonTheme("primary error");
        dialog.addConfirmListener(confirmed -> deleteNow(id, name, list, afterwards));
        dialog.open();
    }

    private void deleteNow(UUID id, String name, CustomerListState list, Command afterwards) {
        Failures.attempt(() -> {
            try {
                var deleted = customers.delete(id);
                Notifications.withUndo(I18NProvider.translate("customers.deleted"), () -> restore(deleted));
                afterwards.execute();
            } catch (CustomerGone _) {
                Notifications.error(I18NProvider.translate("customers.deleted-already"));
                afterwards.execute();
            } catch (CustomerHasInvoices kept) {
                new CustomerKeptDialog(list.addressOf(id), name, kept.count()).open();
            }
        });
    }

    private boolean restore(DeletedCustomer deleted) {
        return Failures.attempt(() -> {
            customers.restore(deleted);
            Notifications.success(I18NProvider.translate("customers.restored"));
        });
    }
}
