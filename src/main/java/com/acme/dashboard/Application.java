package com.acme.dashboard;

import com.acme.dashboard.database.cli.CommandLauncher;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;

/** Starts the web application, or hands {@code db:…} arguments to the database commands. */
@SpringBootApplication(
        // Errors are answered by the server, which needs no second way through the application for it.
        exclude = ErrorMvcAutoConfiguration.class)
public class Application {

    static void main(String[] args) {
        if (args.length > 0 && args[0].startsWith("db:")) {
            System.exit(CommandLauncher.run(args));
        }
        var application = new SpringApplication(Application.class);
        application.addListeners(new FreePort());
        application.run(args);
    }
}
