package com.acme.dashboard.security;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Passwords as in production, with the same answers, but who signs in again with the same password costs the processor nothing:
 * hundreds of tests sign in. That refusing takes the same work is {@link EqualTimeTest}'s, with {@link CountedBcrypt}.
 */
@TestConfiguration(proxyBeanMethods = false)
public class RememberedBcrypt {

    @Bean
    @Primary
    PasswordEncoder rememberedPasswords() {
        return new BcryptPasswords(BcryptPasswords.COST, new Remembering());
    }

    private static final class Remembering implements PasswordEncoder {

        private record Comparison(
                @Nullable CharSequence password, @Nullable String hash) {}

        private final PasswordEncoder real = new BCryptPasswordEncoder(BcryptPasswords.COST);
        private final Map<Comparison, Boolean> answers = new ConcurrentHashMap<>();

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return real.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            return answers.computeIfAbsent(new Comparison(password, hash), _ -> real.matches(password, hash));
        }
    }
}
