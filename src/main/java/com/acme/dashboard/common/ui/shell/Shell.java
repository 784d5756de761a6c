package com.acme.dashboard.common.ui.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.theme.aura.Aura;

/** What every page is made of, whichever server shows it. */
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles/app.css")
@StyleSheet("styles/shell.css")
@StyleSheet("styles/components.css")
@StyleSheet("styles/lists.css")
@StyleSheet("styles/print.css")
@StyleSheet("styles/forced-colors.css")
public final class Shell implements AppShellConfigurator {

    private static final long serialVersionUID = 1L;
}
