package com.acme.dashboard.studio.standalone;

import com.acme.dashboard.common.StartFailure;
import com.acme.dashboard.database.DatabaseServer;
import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.Settings;
import com.acme.dashboard.database.StudioStartFailed;
import com.acme.dashboard.database.StudioStarter;
import com.acme.dashboard.studio.standalone.ui.SignInToken;
import com.acme.dashboard.studio.standalone.ui.StandaloneAccess;
import com.acme.dashboard.studio.standalone.ui.StandaloneApplication;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.WebServerException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/** Starts an application of its own that has Studio and nothing else: no accounts, no migrations, no other pages. */
public final class StandaloneStudio implements StudioStarter {

    @Override
    public Running start(DatabaseServer server, Settings settings, String person, int port) {
        var token = SignInToken.random();
        var url = server.url();
        var access = new StandaloneAccess(
                token, person, "%s: %s, %s".formatted(server.environment().id(), url.database(), url.address()));
        // Never counted down: the database is left by the context at the end of the process, and by nobody before that.
        var ended = new CountDownLatch(1);
        var application = new SpringApplication(StandaloneApplication.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.addListeners(new QuietInterruption());
        application.addInitializers(context -> {
            var beans = (GenericApplicationContext) context;
            beans.registerBean(DatabaseServer.class, () -> server);
            beans.registerBean(Environment.class, server::environment);
            beans.registerBean(Settings.class, () -> settings);
            beans.registerBean(StandaloneAccess.class, () -> access);
            beans.registerBean(OwnAddress.class, OwnAddress::new);
        });
        // Spring Boot takes over from here, from studio.yaml, and warns of this property.
        System.clearProperty(LOG_CONFIGURATION);
        try {
            var context = run(application, server, port, token);
            return new RunningStudio(address(context, token), ended);
        } catch (RuntimeException failure) {
            throw new StudioStartFailed(why(failure, port), failure);
        }
    }

    private static ConfigurableApplicationContext run(
            SpringApplication application, DatabaseServer server, int port, SignInToken token) {
        // As arguments, so that no variable that is meant for the application opens Studio to others.
        return application.run(
                "--spring.config.location=classpath:studio.yaml",
                "--spring.profiles.active=" + server.environment().id(),
                "--server.address=" + OwnAddress.LOOPBACK,
                "--server.port=" + port,
                "--server.ssl.enabled=false",
                "--server.servlet.context-path=",
                // Cookies do not tell ports apart: beside the application, and beside another Studio, it needs its own.
                "--server.servlet.session.cookie.name=studio-" + token.id());
    }

    private static String why(RuntimeException failure, int port) {
        var causes = Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                .toList();
        return causes.stream()
                .filter(StartFailure.class::isInstance)
                .findFirst()
                .map(told -> String.valueOf(told.getMessage()))
                .orElseGet(() -> causes.stream().anyMatch(WebServerException.class::isInstance)
                        ? "Port %d cannot be used: name another one with --port, or none.".formatted(port)
                        : "Studio cannot start: %s".formatted(NestedExceptionUtils.getMostSpecificCause(failure)));
    }

    private static URI address(ConfigurableApplicationContext context, SignInToken token) {
        var webServer = ((WebServerApplicationContext) context).getWebServer();
        if (webServer == null) {
            throw new IllegalStateException("Studio has no web server");
        }
        return URI.create("http://%s:%d%s".formatted(OwnAddress.LOOPBACK, webServer.getPort(), token.path()));
    }

    private record RunningStudio(URI address, CountDownLatch ended) implements Running {

        @Override
        public void awaitEnd() throws InterruptedException {
            ended.await();
        }
    }
}
