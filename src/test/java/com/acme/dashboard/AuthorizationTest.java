package com.acme.dashboard;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.stereotype.Service;
import org.springframework.util.ClassUtils;

/** Nobody reads or changes anything without being signed in, whichever way a service is reached. */
@IntegrationTest
class AuthorizationTest {

    @Autowired
    private ApplicationContext application;

    static Stream<Arguments> every_method_of_every_service() {
        var services = new ClassPathScanningCandidateComponentProvider(false);
        services.addIncludeFilter(new AnnotationTypeFilter(Service.class));
        return services.findCandidateComponents(Application.class.getPackageName()).stream()
                .map(service -> Objects.requireNonNull(service.getBeanClassName()))
                .flatMap(name ->
                        Stream.of(ClassUtils.resolveClassName(name, null).getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("every_method_of_every_service")
    void a_request_without_a_session_is_refused(Method method) {
        assertThatThrownBy(() -> call(method))
                .isInstanceOfAny(AccessDeniedException.class, AuthenticationException.class);
    }

    @ParameterizedTest
    @MethodSource("every_method_of_every_service")
    @WithAnonymousUser
    void an_anonymous_request_is_refused(Method method) {
        assertThatThrownBy(() -> call(method)).isInstanceOf(AccessDeniedException.class);
    }

    /** With nothing in its arguments, at which it does not even look. */
    private @Nullable Object call(Method method) throws Throwable {
        var nothing = Stream.of(method.getParameterTypes())
                .map(type -> Array.get(Array.newInstance(type, 1), 0))
                .toArray();
        try {
            return method.invoke(application.getBean(method.getDeclaringClass()), nothing);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
