package com.acme.dashboard.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.IntegrationTest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;

/** Nobody reads or changes anything without being signed in, whichever way the service is reached. */
@IntegrationTest
class InvoiceAuthorizationTest {

    private static final UUID INVOICE = UUID.fromString("f0000000-0000-4000-8000-000000000001");

    @Autowired
    private ApplicationContext application;

    @Autowired
    private JdbcClient jdbc;

    static Stream<Arguments> every_method() {
        return Stream.of(InvoiceService.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("every_method")
    void a_request_without_a_session_is_refused_and_changes_nothing(Method method) {
        assertThatThrownBy(() -> call(method))
                .isInstanceOfAny(AccessDeniedException.class, AuthenticationException.class);
        assertThat(jdbc.sql("select count(*) from invoices").query(Long.class).single())
                .isEqualTo(6);
    }

    @ParameterizedTest
    @MethodSource("every_method")
    @WithAnonymousUser
    void an_anonymous_request_is_refused(Method method) {
        assertThatThrownBy(() -> call(method)).isInstanceOf(AccessDeniedException.class);
    }

    @ParameterizedTest
    @MethodSource("every_method")
    @WithMockUser
    void someone_signed_in_gets_past_the_door(Method method) throws Throwable {
        try {
            call(method);
        } catch (NullPointerException | IllegalArgumentException | jakarta.validation.ValidationException e) {
            assertThat(e).isNotInstanceOf(AccessDeniedException.class);
        }
    }

    private @Nullable Object call(Method method) throws Throwable {
        Map<Class<?>, Object> values = Map.of(
                InvoiceFilter.class,
                InvoiceFilter.NONE,
                Pageable.class,
                PageRequest.of(0, 10),
                UUID.class,
                INVOICE,
                String.class,
                "",
                InvoiceDraft.class,
                InvoiceDraft.blank(LocalDate.EPOCH),
                PaidInvoices.class,
                new PaidInvoices(Map.of()),
                Collection.class,
                List.of());
        var arguments = Stream.of(method.getParameterTypes()).map(values::get).toArray();
        try {
            return method.invoke(application.getBean(method.getDeclaringClass()), arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
