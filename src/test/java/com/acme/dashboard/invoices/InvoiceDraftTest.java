package com.acme.dashboard.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.common.Money;
import com.acme.dashboard.invoices.InvoiceDraft.Field;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceDraftTest {

    private static final UUID ID = new UUID(0, 1);
    private static final UUID JANE = new UUID(0, 2);
    private static final LocalDate DAY = LocalDate.of(2024, 12, 6);
    private static final InvoiceDraft DRAFT = new InvoiceDraft(ID, JANE, new Money(5), InvoiceStatus.PAID, DAY, 7L);

    @Test
    void a_new_invoice_is_pending_and_of_that_day_and_misses_the_rest() {
        assertThat(InvoiceDraft.blank(DAY))
                .isEqualTo(new InvoiceDraft(null, null, null, InvoiceStatus.PENDING, DAY, null));
        assertThat(violations(InvoiceDraft.blank(DAY)))
                .containsExactlyInAnyOrder("invoices.form.customer-required", "money.empty");
        assertThat(violations(new InvoiceDraft(null, JANE, new Money(5), InvoiceStatus.PAID, null, null)))
                .containsExactly("invoices.form.date-required");
    }

    @ParameterizedTest
    @CsvSource({"0, money.not-positive", "-1, money.not-positive", "1, ", "2147483647, ", "2147483648, money.too-large"
    })
    void an_amount_is_more_than_nothing_and_goes_into_its_column(long cents, @Nullable String message) {
        assertThat(violations(new InvoiceDraft(null, JANE, new Money(cents), InvoiceStatus.PAID, DAY, null)))
                .isEqualTo(message == null ? List.of() : List.of(message));
    }

    @Test
    void an_invoice_is_the_same_after_it_was_in_the_form() {
        assertThat(InvoiceDraft.of(DRAFT.toInvoice())).isEqualTo(DRAFT);
        assertThat(DRAFT.toInvoice()).isEqualTo(new Invoice(ID, JANE, new Money(5), InvoiceStatus.PAID, DAY, 7L));
    }

    @Test
    void the_fields_are_told_in_which_two_drafts_differ() {
        assertThat(DRAFT.differences(DRAFT.withVersion(8L))).isEmpty();
        assertThat(DRAFT.differences(DRAFT.withCustomer(ID))).containsExactly(Field.CUSTOMER);
        assertThat(DRAFT.differences(new InvoiceDraft(ID, JANE, new Money(6), InvoiceStatus.PAID, DAY, 7L)))
                .containsExactly(Field.AMOUNT);
        assertThat(DRAFT.differences(new InvoiceDraft(ID, JANE, new Money(5), InvoiceStatus.PENDING, DAY, 7L)))
                .containsExactly(Field.STATUS);
        assertThat(DRAFT.differences(new InvoiceDraft(ID, JANE, new Money(5), InvoiceStatus.PAID, null, 7L)))
                .containsExactly(Field.DATE);
        assertThat(DRAFT.differences(InvoiceDraft.blank(LocalDate.EPOCH))).containsExactly(Field.values());
    }

    @Test
    void the_same_content_is_saved_over_another_version_or_as_a_new_invoice() {
        assertThat(DRAFT.withVersion(8L))
                .isEqualTo(new InvoiceDraft(ID, JANE, new Money(5), InvoiceStatus.PAID, DAY, 8L));
        assertThat(DRAFT.asNew()).isEqualTo(new InvoiceDraft(null, JANE, new Money(5), InvoiceStatus.PAID, DAY, null));
        assertThat(DRAFT.withCustomer(null))
                .isEqualTo(new InvoiceDraft(ID, null, new Money(5), InvoiceStatus.PAID, DAY, 7L));
    }

    private static List<String> violations(InvoiceDraft draft) {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            return factory.getValidator().validate(draft).stream()
                    .map(ConstraintViolation::getMessage)
                    .toList();
        }
    }
}
