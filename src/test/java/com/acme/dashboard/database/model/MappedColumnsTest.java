package com.acme.dashboard.database.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.dashboard.IntegrationTest;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ClassUtils;

/** What the annotations say about columns is what the running application writes into them. */
@IntegrationTest
class MappedColumnsTest {

    private static final Map<Class<?>, String> TYPES = Map.of(
            String.class, "(text|character varying)",
            Integer.class, "integer",
            Long.class, "bigint",
            Boolean.class, "boolean",
            UUID.class, "uuid",
            LocalDate.class, "date",
            Timestamp.class, "date");

    @Autowired
    private JdbcConverter converter;

    @Autowired
    private JdbcCustomConversions conversions;

    @Autowired
    private JdbcClient database;

    @Test
    void every_column_has_the_type_that_its_converter_writes() {
        forEveryColumn((table, property) -> assertThat(database.sql("""
                                select data_type from information_schema.columns
                                where table_schema = current_schema() and table_name = ? and column_name = ?
                                """)
                        .params(table, column(property))
                        .query(String.class)
                        .single())
                .as("%s.%s", table, column(property))
                .matches(Objects.requireNonNull(TYPES.get(written(property)), () -> "the type of " + property)));
    }

    @Test
    void every_constant_is_written_as_its_check_lists_it() {
        forEveryColumn((table, property) -> {
            if (!property.getType().isEnum()) {
                return;
            }
            var check = database.sql("select pg_get_constraintdef(oid) from pg_constraint where conname = ?")
                    .param("%s_%s_check".formatted(table, column(property)))
                    .query(String.class)
                    .single();
            for (var constant : property.getType().getEnumConstants()) {
                assertThat(check)
                        .contains("'" + converter.writeValue(constant, TypeInformation.of(String.class)) + "'");
            }
        });
    }

    private Class<?> written(RelationalPersistentProperty property) {
        return conversions
                .getCustomWriteTarget(property.getType())
                .<Class<?>>map(ClassUtils::resolvePrimitiveIfNecessary)
                .orElseGet(() -> ClassUtils.resolvePrimitiveIfNecessary(converter.getColumnType(property)));
    }

    private static String column(RelationalPersistentProperty property) {
        return property.getColumnName().getReference();
    }

    private void forEveryColumn(Visitor visitor) {
        var visited = 0;
        for (var aggregate : MappedAggregates.find()) {
            var entity = converter.getMappingContext().getRequiredPersistentEntity(aggregate);
            for (var property : entity) {
                visitor.visit(entity.getTableName().getReference(), property);
                visited++;
            }
        }
        assertThat(visited).isGreaterThan(20);
    }

    private interface Visitor {
        void visit(String table, RelationalPersistentProperty property);
    }
}
