package com.acme.dashboard;

import com.acme.dashboard.database.cli.DatabaseCommand;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the web application, or hands {@code db:…} arguments to the database commands. */
@SpringBootApplication
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles/app.css")
@StyleSheet("styles/shell.css")
@StyleSheet("styles/components.css")
@StyleSheet("styles/lists.css")
@StyleSheet("styles/print.css")
public class Application implements AppShellConfigurator {

    static void main(String[] args) {
        if (args.length > 0 && args[0].startsWith("db:")) {
            System.exit(DatabaseCommand.run(args));
        }
        var application = new SpringApplication(Application.class);
        application.addListeners(new FreePort());
        application.run(args);
    }
}
