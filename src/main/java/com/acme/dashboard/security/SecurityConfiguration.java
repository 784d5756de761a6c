package com.acme.dashboard.security;

import com.acme.dashboard.security.ui.LoginPage;
import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** Who may do what: nothing without signing in but what is listed here, and then what services and views allow. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
@EnableScheduling
@EnableConfigurationProperties({SignInLimits.class, IdleLimits.class})
class SecurityConfiguration {

    private static final String[] STATIC_RESOURCES = {
        "/aura/**",
        "/styles/**",
        "/scripts/**",
        "/charts/**",
        "/icons/**",
        "/images/**",
        "/webjars/**",
        "/favicon.svg",
        "/favicon.ico",
        "/manifest.webmanifest",
        "/robots.txt"
    };

    private static final int LONGEST_SAVED_ADDRESS = 2000;

    /** As browsers ask for by themselves while somebody signs in: {@code /apple-touch-icon.png}. */
    private static final Pattern FILE_AT_THE_ROOT = Pattern.compile("/[^/]+\\.[^/]+");

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            AuthenticationManager authentication,
            SignedInSessions sessions,
            KnownDevices devices,
            LoginPage loginPage) {
        http.authenticationManager(authentication);
        http.setSharedObject(RequestCache.class, addressAskedFor());
        http.setSharedObject(
                VaadinSavedRequestAwareAuthenticationSuccessHandler.class, new SignInSuccess(sessions, devices));
        http.addFilterBefore(new SignedInSessionFilter(sessions), SecurityContextHolderFilter.class);
        http.addFilterBefore(new LatePushCloseFilter(), SecurityContextHolderFilter.class);
        http.addFilterBefore(new CrossOriginFilter(), CsrfFilter.class);
        NoSessionForStrangers.addTo(http);
        http.headers(new SecurityHeaders(STATIC_RESOURCES));
        http.authorizeHttpRequests(requests -> requests.requestMatchers(STATIC_RESOURCES)
                .permitAll()
                .requestMatchers("/actuator/health/**")
                .permitAll()
                .requestMatchers(HttpMethod.POST, ActivityReports.PATH)
                .permitAll()
                // Strangers get no user interface at all, not even one without a view.
                .requestMatchers(SecurityConfiguration::startsUserInterface)
                .authenticated());
        http.csrf(csrf -> csrf.ignoringRequestMatchers(ActivityReports.PATH));
        http.sessionManagement(management -> management.sessionFixation(fixation -> fixation.newSession()));
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.loginView(LoginPage.PATH, LoginPage.PATH)
                        .addLogoutHandler((request, response, who) -> signOut(request, sessions))
                        .anyRequest(any -> any.authenticated()));
        http.formLogin(
                form -> form.authenticationDetailsSource(SignInOrigin::of).failureHandler(loginPage));
        return http.build();
    }

    @Bean
    NoSessionForStrangers.NotFound filesThatDoNotExist() {
        return new NoSessionForStrangers.NotFound();
    }

    @Bean
    AuthenticationManager authenticationManager(
            AccountDetailsService accounts, PasswordEncoder passwords, SignInThrottle throttle, KnownDevices devices) {
        return new ProviderManager(new PasswordSignIn(accounts, passwords, throttle, devices));
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BcryptPasswords();
    }

    @Bean
    Accounts accounts(DataSource dataSource, PasswordEncoder passwords) {
        return Accounts.in(dataSource, passwords);
    }

    @Bean
    FilterRegistrationBean<ForwardedRequestFilter> forwardedRequests(@Value("${TRUSTED_PROXIES:}") String proxies) {
        var filter = new FilterRegistrationBean<>(new ForwardedRequestFilter(TrustedProxies.parse(proxies)));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** Where everybody knows the accounts and no other machine is let in, not even through a proxy. */
    @Bean
    FilterRegistrationBean<LocalNameFilter> localNames(
            Environment environment,
            @Value("${server.address:}") @Nullable InetAddress address,
            @Value("${TRUSTED_PROXIES:}") String proxies) {
        var filter = new FilterRegistrationBean<>(new LocalNameFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        filter.setEnabled(!DevelopmentAccount.of(environment).isEmpty()
                && address != null
                && address.isLoopbackAddress()
                && proxies.isBlank());
        return filter;
    }

    @Bean
    FilterRegistrationBean<BrokenQueryFilter> brokenQueries() {
        var filter = new FilterRegistrationBean<>(new BrokenQueryFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** Kept in the browser, not in a session: it outlives both, and strangers take no memory. */
    private static RequestCache addressAskedFor() {
        var cache = new CookieRequestCache();
        cache.setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
        cache.setRequestMatcher(SecurityConfiguration::isPageToReturnTo);
        return cache;
    }

    private static boolean isPageToReturnTo(HttpServletRequest request) {
        var query = request.getQueryString();
        return HttpMethod.GET.matches(request.getMethod())
                && !FILE_AT_THE_ROOT.matcher(request.getServletPath()).matches()
                && request.getRequestURI().length() + (query == null ? 0 : query.length()) <= LONGEST_SAVED_ADDRESS;
    }

    private static boolean startsUserInterface(HttpServletRequest request) {
        return RequestType.INIT.getIdentifier().equals(request.getParameter("v-r"));
    }

    private static void signOut(HttpServletRequest request, SignedInSessions sessions) {
        var session = request.getSession(false);
        if (session != null) {
            sessions.signOut(session);
        }
    }
}
