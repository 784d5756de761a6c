package com.acme.dashboard.browser;

import java.util.LinkedHashMap;
import java.util.Map;

/** The pages of the application, each with its path and the heading that says that it is there. */
final class Pages {

    private Pages() {}

    /** A page by the name of its picture. The ids are those of any customer and any invoice. */
    static Map<String, Page> behindSignIn(String customerId, String customerName, String invoiceId) {
        var pages = new LinkedHashMap<String, Page>();
        pages.put("dashboard", new Page("/dashboard", "Dashboard"));
        pages.put("invoices", new Page("/dashboard/invoices", "Invoices"));
        pages.put("invoice-create", new Page("/dashboard/invoices/create", "Create Invoice"));
        pages.put("invoice-edit", new Page("/dashboard/invoices/" + invoiceId + "/edit", "Edit Invoice"));
        pages.put("customers", new Page("/dashboard/customers", "Customers"));
        pages.put("customer", new Page("/dashboard/customers/" + customerId, customerName));
        pages.put("customer-create", new Page("/dashboard/customers/create", "Create Customer"));
        pages.put("customer-edit", new Page("/dashboard/customers/" + customerId + "/edit", "Edit Customer"));
        pages.put("todos", new Page("/dashboard/todos", "Todos"));
        pages.put("not-found", new Page("/dashboard/nothing-here", "Not found"));
        return pages;
    }

    /** What an administrator sees of Studio, by the names of the pictures. */
    static Map<String, Page> studio() {
        var pages = new LinkedHashMap<String, Page>();
        pages.put("studio", new Page("/dashboard/studio?table=invoices", "Studio"));
        pages.put("studio-diagram", new Page("/dashboard/studio/schema/diagram", "Studio"));
        pages.put("studio-migrations", new Page("/dashboard/studio/migrations", "Studio"));
        return pages;
    }

    /** Where a page is, and its main heading. */
    record Page(String path, String heading) {}
}
