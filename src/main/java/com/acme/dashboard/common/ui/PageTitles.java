package com.acme.dashboard.common.ui;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.PageTitleContext;
import com.vaadin.flow.router.PageTitleGenerator;
import com.vaadin.flow.spring.annotation.SpringComponent;

/**
 * Makes every page's title, such as {@code Invoices · Acme Dashboard}: {@code @PageTitle} holds the key of the page's
 * name. A page named after what it shows implements {@code HasDynamicTitle} and answers {@link #of(String)}.
 */
@SpringComponent
public class PageTitles implements PageTitleGenerator {

    /** The whole title of a page with this (already translated) name. */
    public static String of(String pageName) {
        return I18NProvider.translate("app.page-title", pageName);
    }

    @Override
    public String generatePageTitle(PageTitleContext context) {
        return context.value().isEmpty()
                ? I18NProvider.translate("app.name")
                : of(I18NProvider.translate(context.value()));
    }
}
