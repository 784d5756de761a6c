package com.acme.dashboard.studio.standalone.ui;

import com.acme.dashboard.common.TimeConfiguration;
import com.acme.dashboard.common.ui.Changes;
import com.acme.dashboard.common.ui.shell.SignedInPerson;
import com.acme.dashboard.security.NoSessionForStrangers;
import com.acme.dashboard.security.SecurityHeaders;
import com.acme.dashboard.studio.StudioPermission;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.SpringSecurityAutoConfiguration;
import com.vaadin.flow.spring.VaadinScopesConfig;
import com.vaadin.flow.spring.annotation.EnableVaadin;
import com.vaadin.flow.spring.security.AuthenticationContext;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/**
 * The application that is Studio alone: what it is made of is named here one by one, so that nothing else starts. Not
 * marked as a configuration, which the whole application would find.
 */
@ComponentScan("com.acme.dashboard.studio")
// What Studio does not ask for, such as the readings of other pages, is not even made.
@ComponentScan(
        basePackages = "com.acme.dashboard.common.ui",
        lazyInit = true,
        // There are no other pages to be kept fresh.
        excludeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Changes.class))
@EnableVaadin({
    "com.acme.dashboard.studio.ui",
    "com.acme.dashboard.studio.sql.ui",
    "com.acme.dashboard.studio.migrations.ui",
    "com.acme.dashboard.common.ui"
})
@Import(TimeConfiguration.class)
@EnableMethodSecurity
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    LifecycleAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    SpringBootAutoConfiguration.class,
    SpringSecurityAutoConfiguration.class,
    VaadinScopesConfig.class
})
public class StandaloneApplication {

    /** What a page for strangers looks like holds no secrets. */
    private static final String[] LOOKS = {
        "/aura/**", "/styles/**", "/scripts/**", "/icons/**", "/webjars/**", "/favicon.svg", "/manifest.webmanifest"
    };

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http, StandaloneAccess access, I18NProvider texts) {
        http.headers(new SecurityHeaders(LOOKS));
        http.requestCache(cache -> cache.disable());
        http.addFilterBefore(new TokenSignIn(access), AnonymousAuthenticationFilter.class);
        NoSessionForStrangers.addTo(http);
        http.authorizeHttpRequests(requests -> requests.requestMatchers(LOOKS)
                .permitAll()
                // Strangers get no user interface at all, not even one without a view.
                .requestMatchers(StandaloneApplication::startsUserInterface)
                .hasRole(StudioPermission.ROLE));
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.enableRequestCacheConfiguration(false)
                        .anyRequest(any -> any.hasRole(StudioPermission.ROLE)));
        http.exceptionHandling(handling -> handling.authenticationEntryPoint(new StrangersPage(texts)));
        return http.build();
    }

    @Bean
    NoSessionForStrangers.NotFound filesThatDoNotExist() {
        return new NoSessionForStrangers.NotFound();
    }

    /** Nobody has a password here. */
    @Bean
    UserDetailsService nobody() {
        return new InMemoryUserDetailsManager();
    }

    @Bean
    SignedInPerson signedInPerson(StandaloneAccess access, AuthenticationContext authentication) {
        return new StandalonePerson(access, authentication);
    }

    @Bean
    VaadinServiceInitListener studioIsHome() {
        return new StandaloneHome.Registration();
    }

    private static boolean startsUserInterface(HttpServletRequest request) {
        return RequestType.INIT.getIdentifier().equals(request.getParameter("v-r"));
    }
}
