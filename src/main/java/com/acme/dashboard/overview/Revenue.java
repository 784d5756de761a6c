package com.acme.dashboard.overview;

import com.acme.dashboard.common.schema.Check;
import com.acme.dashboard.common.schema.Unique;
import jakarta.validation.constraints.Size;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A row of the books as the table has it: a month in English, {@code Jan} to {@code Dec}, and whole dollars. The table has
 * no primary key; {@link RevenueQueries} reads it.
 */
@Table("revenue")
record Revenue(
        @Unique
        @Size(max = 4)
        @Check("month in ('Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')")
        String month,

        int revenue) {}
