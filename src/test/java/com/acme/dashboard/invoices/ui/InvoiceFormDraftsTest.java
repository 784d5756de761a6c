package com.acme.dashboard.invoices.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.IntegrationTest;
import com.acme.dashboard.common.ui.form.FormDrafts;
import com.acme.dashboard.invoices.InvoiceStatus;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeTable;
import java.util.List;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("user@acme.test")
class InvoiceFormDraftsTest extends InvoiceFormBrowserlessTest {

    @Test
    void restores_what_was_typed_before_the_session_ended() {
        edit();

        FormDrafts.offer(findInView(InvoiceForm.class).single(), """
                {"customer": "c0000000-0000-4000-8000-000000000003", "amount": "5o0", "status": "paid", "date": "2024-12-24", "version": "0"}
                """);
        press("Restore");

        assertThat(customer().getValue().name()).isEqualTo("Nordlicht Studio");
        assertThat(amount().getValue()).isEqualTo("5o0");
        assertThat(amount().isInvalid()).isTrue();
        assertThat(status().getValue()).isEqualTo(InvoiceStatus.PAID);
        assertThat(date().getValue()).isEqualTo("2024-12-24");
    }

    @Test
    void restores_fields_that_were_cleared_before_the_session_ended() {
        edit();

        FormDrafts.offer(findInView(InvoiceForm.class).single(), """
                {"customer": "", "amount": "", "status": "paid", "date": "", "version": ""}
                """);
        press("Restore");

        assertThat(customer().getValue()).isNull();
        assertThat(amount().getValue()).isEmpty();
        assertThat(status().getValue()).isEqualTo(InvoiceStatus.PAID);
        assertThat(date().getValue()).isNull();
    }

    @Test
    void giving_up_what_was_left_behind_makes_nothing_saved_that_was_typed_since() {
        edit();
        test(amount()).setValue("500");
        FormDrafts.offer(findInView(InvoiceForm.class).single(), "{\"amount\": \"400\"}");
        assertThat(scripts()).as("once, as the form opens").haveExactly(1, mirroring());

        press("Discard");

        assertThat(amount().getValue()).isEqualTo("500");
        assertThat(findInView(Button.class).withText("Restore").exists()).isFalse();
        assertThat(scripts()).isNotEmpty().areNot(mirroring());
    }

    @Test
    void what_was_typed_on_top_of_an_older_version_does_not_overwrite_a_newer_one() {
        database.sql("update invoices set amount = 70000 where id = 'f0000000-0000-4000-8000-000000000001'")
                .update();
        edit();

        FormDrafts.offer(findInView(InvoiceForm.class).single(), "{\"amount\": \"500\", \"version\": \"0\"}");
        press("Restore");
        press("Save");

        assertThat(find(NativeTable.class).exists()).isTrue();
        assertThat(rows("amount = 70000")).isOne();
    }

    /** What the form holds at that moment counts as saved. */
    private static Condition<String> mirroring() {
        return new Condition<>(script -> script.contains("draft.mirror("), "mirrors a form");
    }

    /** What the browser was told to run since it was last asked. */
    private static List<String> scripts() {
        var internals = UI.getCurrent().getInternals();
        internals.getStateTree().runExecutionsBeforeClientResponse();
        return internals.dumpPendingJavaScriptInvocations().stream()
                .map(pending -> pending.getInvocation().getExpression())
                .toList();
    }
}
