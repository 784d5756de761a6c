package com.acme.dashboard.common.ui.shell;

import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Leads from {@code /} to the dashboard; who is not signed in has been sent to sign-in before. */
@Configuration(proxyBeanMethods = false)
class HomeRedirect {

    @Bean
    RouterFunction<ServerResponse> home() {
        // Vaadin's own requests go to the same path and carry this parameter.
        var page =
                RequestPredicates.GET("/").and(request -> request.param("v-r").isEmpty());
        return RouterFunctions.route(
                page,
                request -> ServerResponse.status(HttpStatus.FOUND)
                        .location(URI.create(request.requestPath().contextPath().value() + "/dashboard"))
                        .build());
    }
}
