package com.acme.dashboard.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.IntegrationTest;
import jakarta.validation.ValidationException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
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
class CustomerAuthorizationTest {

    private static final UUID HARBOR_AND_PINE = UUID.fromString("c0000000-0000-4000-8000-000000000001");

    @Autowired
    private ApplicationContext application;

    @Autowired
    private JdbcClient jdbc;

    static Stream<Arguments> every_method() {
        return Stream.of(CustomerService.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("every_method")
    void a_request_without_a_session_is_refused_and_changes_nothing(Method method) {
        assertThatThrownBy(() -> call(method))
                .isInstanceOfAny(AccessDeniedException.class, AuthenticationException.class);
        assertThat(jdbc.sql("select count(*) from customers").query(Long.class).single())
                .isEqualTo(3);
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
        } catch (NullPointerException | ValidationException | CustomerHasInvoices beyondTheDoor) {
            assertThat(beyondTheDoor).isNotInstanceOf(AccessDeniedException.class);
        }
    }

    private @Nullable Object call(Method method) throws Throwable {
        Map<Class<?>, Object> values = Map.of(
                CustomerFilter.class,
                CustomerFilter.NONE,
                Pageable.class,
                PageRequest.of(0, 10),
                UUID.class,
                HARBOR_AND_PINE,
                String.class,
                "",
                CustomerDraft.class,
                CustomerDraft.blank());
        var arguments = Stream.of(method.getParameterTypes()).map(values::get).toArray();
        try {
            return method.invoke(application.getBean(method.getDeclaringClass()), arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
