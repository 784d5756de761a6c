package com.acme.dashboard.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.dashboard.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

@IntegrationTest
@WithMockUser(roles = StudioPermission.ROLE)
class StudioCatalogTest {

    @Autowired
    private StudioCatalog catalog;

    @Test
    void lists_the_tables_and_their_shape() {
        assertThat(catalog.tables())
                .extracting(entry -> entry.name().toString())
                .contains("public.invoices", "public.customers", "public.users")
                .doesNotContain("pg_catalog.pg_class");

        var invoices = catalog.shape(new TableName("public", "invoices")).orElseThrow();
        assertThat(invoices.key()).containsExactly("id");
        assertThat(invoices.references())
                .extracting(ForeignKey::name)
                .containsExactly("invoices_customer_id_customers_id_fk");
        assertThat(invoices.column("amount")).hasValueSatisfying(column -> {
            assertThat(column.kind()).isEqualTo(ValueKind.NUMBER);
            assertThat(column.nullable()).isFalse();
        });
    }

    /** On every version of PostgreSQL alike. */
    @Test
    void lists_the_constraints_that_no_column_says_and_the_indexes_of_a_table() {
        var invoices = catalog.schema(new TableName("public", "invoices")).orElseThrow();

        assertThat(invoices.constraints())
                .extracting(TableSchema.TableConstraint::name)
                .containsExactly(
                        "invoices_amount_check",
                        "invoices_customer_id_customers_id_fk",
                        "invoices_pkey",
                        "invoices_status_check");
        assertThat(invoices.indexes())
                .filteredOn(index -> index.name().equals("invoices_pkey"))
                .singleElement()
                .satisfies(index -> {
                    assertThat(index.definition())
                            .isEqualTo("CREATE UNIQUE INDEX invoices_pkey ON public.invoices USING btree (id)");
                    assertThat(index.bytes()).isPositive();
                });
    }

    @Test
    void shows_the_passwords_of_nobody() {
        var users = catalog.shape(new TableName("public", "users")).orElseThrow();

        assertThat(users.columns())
                .filteredOn(TableColumn::secret)
                .extracting(TableColumn::name)
                .containsExactly("password");
    }

    @Test
    @WithMockUser(roles = "USER")
    void is_closed_to_those_without_the_permission() {
        assertThatThrownBy(() -> catalog.tables()).isInstanceOf(AccessDeniedException.class);
    }
}
