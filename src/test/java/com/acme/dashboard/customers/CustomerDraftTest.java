package com.acme.dashboard.customers;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.customers.CustomerDraft.Field;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerDraftTest {

    private static final int MAX = Customer.MAX_LENGTH;
    private static final UUID ID = new UUID(0, 1);
    private static final CustomerDraft STORED = new CustomerDraft(ID, "Jane", "jane@okafor.test", "/a.png", 7L);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "https://example.com/a.png",
                "HTTPS://Example.com",
                "https://example.com:8443/a.png?size=40&x=%20#top",
                "/customers/evil-rabbit.png",
                "/"
            })
    void an_image_is_an_https_address_or_a_path_on_this_site(String url) {
        assertThat(violations(draft("Jane", "jane@okafor.test", url))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/a.png",
                "//example.com/a.png",
                "///example.com/a.png",
                "/\\example.com",
                "\\\\example.com",
                "/a\\..\\b.png",
                "/\t/example.com",
                "/\u0000/example.com",
                "https:/example.com",
                "https:example.com",
                "https://",
                "https:///example.com",
                "https://exam ple.com",
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "java\nscript:alert(1)",
                " javascript:alert(1)",
                "data:image/svg+xml,<svg/>",
                "blob:https://example.com/1",
                "customers/a.png",
                "../a.png"
            })
    void any_other_image_is_refused(String url) {
        assertThat(violations(draft("Jane", "jane@okafor.test", url))).containsExactly("customers.form.image-refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jane@okafor.test", "jane.o+bills@mail.okafor.co.uk", "  jane@okafor.test\n", "jörg@köln.test"})
    void an_email_has_one_at_sign_and_a_domain(String email) {
        assertThat(violations(draft("Jane", email, ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jane",
                "jane@",
                "@okafor.test",
                "jane@okafor",
                "jane@okafor.",
                "a b@okafor.test",
                "jane@@okafor.test",
                "jane@.test"
            })
    void an_email_of_another_form_is_refused(String email) {
        assertThat(violations(draft("Jane", email, ""))).containsExactly("customers.form.email-malformed");
    }

    @Test
    void name_and_email_are_required() {
        assertThat(violations(draft(" \u00A0\t", "\u200B \u2060", "")))
                .containsExactlyInAnyOrder("customers.form.name-required", "customers.form.email-required");
    }

    @Test
    void the_limits_are_those_of_the_columns_in_characters_whatever_they_are() {
        assertThat(violations(draft("😀".repeat(MAX), "jane@okafor.test", "/" + "a".repeat(MAX - 1))))
                .isEmpty();
        assertThat(violations(draft("😀".repeat(MAX + 1), "jane@okafor.test", "/" + "a".repeat(MAX))))
                .containsExactly("customers.form.too-long", "customers.form.too-long");
    }

    @Test
    void what_is_typed_is_put_on_one_line_without_space_around_it() {
        assertThat(draft("\u00A0 Jane\r\n\u0000\u0085\u2028Okafor\uD800 ", "\tjane@okafor.test ", " /a.png "))
                .isEqualTo(draft("Jane Okafor", "jane@okafor.test", "/a.png"));
    }

    @Test
    void a_customer_is_the_same_after_it_was_in_the_form() {
        var customer = new Customer(ID, "Jane", "jane@okafor.test", "/a.png", 7L);

        assertThat(CustomerDraft.of(customer)).isEqualTo(STORED);
        assertThat(STORED.toCustomer()).isEqualTo(customer);
        assertThat(CustomerDraft.blank()).isEqualTo(draft("", "", ""));
    }

    @Test
    void the_fields_are_told_in_which_two_drafts_differ() {
        assertThat(STORED.differences(draft("Jane", "jane@okafor.test", "/a.png")))
                .isEmpty();
        assertThat(STORED.differences(draft("Jo", "jane@okafor.test", "/a.png")))
                .containsExactly(Field.NAME);
        assertThat(STORED.differences(draft("Jane", "jo@okafor.test", "/a.png")))
                .containsExactly(Field.EMAIL);
        assertThat(STORED.differences(draft("Jane", "jane@okafor.test", ""))).containsExactly(Field.IMAGE);
        assertThat(STORED.differences(CustomerDraft.blank())).containsExactly(Field.values());
    }

    @Test
    void the_same_content_is_saved_over_another_version_or_as_a_new_customer() {
        assertThat(STORED.withVersion(8L)).isEqualTo(new CustomerDraft(ID, "Jane", "jane@okafor.test", "/a.png", 8L));
        assertThat(STORED.asNew()).isEqualTo(draft("Jane", "jane@okafor.test", "/a.png"));
    }

    private static CustomerDraft draft(String name, String email, String imageUrl) {
        return new CustomerDraft(null, name, email, imageUrl, null);
    }

    private static List<String> violations(CustomerDraft draft) {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            return factory.getValidator().validate(draft).stream()
                    .map(ConstraintViolation::getMessage)
                    .toList();
        }
    }
}
