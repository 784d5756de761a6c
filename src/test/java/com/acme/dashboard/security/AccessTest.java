package com.acme.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.IntegrationTest;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.spring.SpringServlet;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Service;

/** What strangers get, whatever they ask for: nothing. */
@IntegrationTest
class AccessTest {

    private static final Pattern SECURITY_KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private ServletRegistrationBean<SpringServlet> vaadin;

    @Autowired
    private JdbcClient jdbc;

    private Visitor stranger;

    @BeforeEach
    void open() {
        stranger = new Visitor(port, "198.51.100.9");
    }

    @AfterEach
    void close() {
        stranger.close();
    }

    @Test
    void every_page_leads_strangers_to_sign_in() {
        var service = Objects.requireNonNull(vaadin.getServlet()).getService();
        var routes = RouteConfiguration.forRegistry(service.getRouter().getRegistry())
                .getAvailableRoutes();

        assertThat(routes)
                .isNotEmpty()
                .extracting(route -> "/"
                        + route.getTemplate()
                                .replaceAll(":[^/]+", UUID.randomUUID().toString()))
                .allSatisfy(
                        page -> assertThat(Visitor.target(stranger.get(page))).isEqualTo("/login"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/nowhere",
                "/dashboard/nowhere",
                "/error",
                "/logout",
                "/actuator",
                "/actuator/env",
                "/actuator/beans",
                "/db-changelog/changelog.yaml",
                "/application.yaml",
                "/?v-r=init"
            })
    void so_does_every_other_address(String address) {
        assertThat(Visitor.target(stranger.get(address))).isEqualTo("/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void nothing_can_be_sent_without_signing_in(String method) {
        var answer =
                stranger.send(stranger.request("/dashboard/invoices").method(method, BodyPublishers.ofString("a=b")));

        assertThat(Visitor.target(answer)).isEqualTo("/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/aura/aura.css",
                "/styles/app.css",
                "/styles/login.css",
                "/scripts/activity.js",
                "/favicon.svg",
                "/manifest.webmanifest",
                "/robots.txt",
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness"
            })
    void this_is_open(String address) {
        assertThat(stranger.get(address).statusCode()).isEqualTo(200);
    }

    @Test
    void health_tells_no_details() {
        assertThat(stranger.get("/actuator/health").body()).doesNotContain("components", "details", "postgres");
    }

    @Test
    void the_actuator_offers_administrators_nothing_but_health_either() {
        stranger.signedInAs("admin@acme.test", "admin123");

        for (var endpoint : new String[] {"", "/env", "/beans", "/heapdump", "/loggers", "/shutdown"}) {
            assertThat(stranger.get("/actuator" + endpoint).statusCode()).isEqualTo(404);
        }
    }

    /** The fault of the application people come from: an unauthenticated request deletes an invoice. */
    @Test
    void a_request_of_somebody_signed_in_is_worthless_without_the_session() {
        try (var user = new Visitor(port, "198.51.100.10").signedInAs("user@acme.test", "123456")) {
            user.get("/dashboard/invoices");
            var started =
                    user.get("/?v-r=init&location=dashboard%2Finvoices&query=").body();
            var key = SECURITY_KEY.matcher(started);
            assertThat(key.find()).isTrue();
            var call = """
                    {"csrfToken":"%s","syncId":0,"clientId":0,"rpc":[{"type":"event","node":1,"event":"ui-navigate",\
                    "data":{"route":"dashboard/invoices","query":"","appShellTitle":"","historyState":{"idx":0},"trigger":""}}]}
                    """.formatted(key.group(1));
            var before = invoices();

            var answer = stranger.send(stranger.request("/?v-r=uidl&v-uiId=0")
                    .header("Content-Type", "application/json; charset=UTF-8")
                    .POST(BodyPublishers.ofString(call)));

            assertThat(answer.body()).contains("\"syncId\":-1");
            assertThat(stranger.cookie("JSESSIONID")).isEmpty();
            assertThat(invoices()).isEqualTo(before);
            // Not for want of a proper request: with the session it is answered.
            assertThat(user.send(user.request("/?v-r=uidl&v-uiId=0")
                                    .header("Content-Type", "application/json; charset=UTF-8")
                                    .POST(BodyPublishers.ofString(call)))
                            .body())
                    .contains("\"syncId\":1");
        }
    }

    @Test
    void no_service_does_anything_for_strangers() {
        var methods = publicServices().flatMap(AccessTest::publicMethods).toList();

        assertThat(methods)
                .isNotEmpty()
                .allSatisfy(call -> assertThatThrownBy(call::invoke)
                        .as(call.toString())
                        .isInstanceOf(AuthenticationCredentialsNotFoundException.class));
    }

    @Test
    void activity_of_strangers_is_nobodys() {
        assertThat(stranger.post("/session/activity", Map.of("ago", "0")).statusCode())
                .isEqualTo(401);
    }

    private Stream<Object> publicServices() {
        return application.getBeansWithAnnotation(Service.class).values().stream()
                .filter(service ->
                        AopUtils.getTargetClass(service).getPackageName().startsWith("com.acme.dashboard"))
                .filter(service ->
                        Modifier.isPublic(AopUtils.getTargetClass(service).getModifiers()));
    }

    private static Stream<Call> publicMethods(Object service) {
        return Arrays.stream(AopUtils.getTargetClass(service).getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                .map(method -> new Call(service, method));
    }

    private Long invoices() {
        return jdbc.sql("select count(*) from invoices").query(Long.class).single();
    }

    /** A call without arguments worth anything: whoever looks at them has let it in. */
    private record Call(Object service, Method method) {

        void invoke() throws Throwable {
            try {
                method.invoke(
                        service,
                        Arrays.stream(method.getParameterTypes())
                                .map(Call::nothing)
                                .toArray());
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        private static @Nullable Object nothing(Class<?> type) {
            if (type == boolean.class) {
                return false;
            }
            return type == int.class ? (Object) 0 : type == long.class ? (Object) 0L : null;
        }

        @Override
        public String toString() {
            return method.toString();
        }
    }
}
