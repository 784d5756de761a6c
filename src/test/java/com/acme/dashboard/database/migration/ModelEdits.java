package com.acme.dashboard.database.migration;

import com.acme.dashboard.common.Money;
import com.acme.dashboard.common.schema.Check;
import com.acme.dashboard.common.schema.ColumnDefault;
import com.acme.dashboard.common.schema.ColumnType;
import com.acme.dashboard.common.schema.ColumnValue;
import com.acme.dashboard.common.schema.ForeignKey;
import com.acme.dashboard.common.schema.Index;
import com.acme.dashboard.common.schema.Unique;
import com.acme.dashboard.database.generate.Decisions;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.relational.core.mapping.Embedded;

/** A model of two tables, and what may become of it. A record's name is its table's: {@code Tasks} is {@code tasks}. */
@NullMarked
@SuppressWarnings({"SameNameButDifferent", "ArrayRecordComponent"})
final class ModelEdits {

    /** Nothing was said of what is gone. */
    static final Decisions UNDECIDED = new Decisions(List.of(), false);

    private ModelEdits() {}

    enum State {
        OPEN,
        DONE;

        @ColumnValue
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum MoreState {
        OPEN,
        DONE,
        LOST;

        @ColumnValue
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the edits begin with. */
    interface Before {
        record People(@Id @Nullable Long id, @Unique String email, String name) {}

        @Index(columns = {"due", "id"})
        record Tasks(
                @Id @Nullable UUID id,
                @Size(max = 100) String title,
                @Nullable String note,
                @Check("effort > 0") int effort,
                @ColumnDefault("false") boolean done,
                LocalDate due,
                State state,
                Long personId,
                @Version @Nullable Long version) {}

        List<Class<?>> MODEL = List.of(People.class, Tasks.class);
    }

    interface AddColumn {
        record People(
                @Id @Nullable Long id,
                @Unique String email,
                String name,
                @Nullable Instant seen) {}

        List<Class<?>> MODEL = List.of(People.class, Before.Tasks.class);
    }

    interface AddColumnWithDefault {
        record People(
                @Id @Nullable Long id,
                @Unique String email,
                String name,
                @ColumnDefault("0") int points) {}

        List<Class<?>> MODEL = List.of(People.class, Before.Tasks.class);
    }

    interface AddColumnWithDefaultOfEachRow {
        record People(
                @Id @Nullable Long id,
                @Unique String email,
                String name,
                @ColumnDefault("gen_random_uuid()") UUID token,
                @ColumnDefault("random()") @Nullable Double draw) {}

        List<Class<?>> MODEL = List.of(People.class, Before.Tasks.class);
    }

    interface AddRequiredColumn {
        record People(
                @Id @Nullable Long id,
                @Unique String email,
                String name,
                @Size(max = 2) String country) {}

        List<Class<?>> MODEL = List.of(People.class, Before.Tasks.class);
    }

    /** With the table's name before them and what they are checked for behind, they are longer than PostgreSQL's names may be. */
    interface AddColumnsOfLongNames {
        record People(
                @Id @Nullable Long id,
                @Unique String email,
                String name,
                String theFirstNameThatWasGivenToThemAtBirthByTheirFolks1,
                String theFirstNameThatWasGivenToThemAtBirthByTheirFolks2) {}

        List<Class<?>> MODEL = List.of(People.class, Before.Tasks.class);
    }

    interface AddEnumColumn {
        record People(
                @Id @Nullable Long id,
                @Unique String email,
                String name,

                @ColumnType("varchar(10)") @ColumnDefault("'open'")
                State state) {}

        List<Class<?>> MODEL = List.of(People.class, Before.Tasks.class);
    }

    interface AddColumnsOfManyTypes {
        record Address(String street, @Nullable String city) {}

        record People(
                @Id @Nullable Long id,
                @Unique String email,
                String name,
                @Nullable Money balance,
                @Nullable @Digits(integer = 8, fraction = 2) BigDecimal rate,
                String @Nullable [] tags,
                byte @Nullable [] picture,
                @Nullable @ColumnType("jsonb") String extra,
                @Nullable Boolean active,
                @Nullable Short height,

                @Embedded(onEmpty = Embedded.OnEmpty.USE_NULL, prefix = "home_") @Nullable
                Address home,

                @Nullable String user,
                @Nullable @Check("\"check\" <> ''") String check) {}

        List<Class<?>> MODEL = List.of(People.class, Before.Tasks.class);
    }

    interface DropColumn {
        record People(@Id @Nullable Long id, @Unique String email) {}

        List<Class<?>> MODEL = List.of(People.class, Before.Tasks.class);
    }

    interface DropColumnWithRules {
        record Tasks(
                @Id @Nullable UUID id,
                @Size(max = 100) String title,
                @Nullable String note,
                @ColumnDefault("false") boolean done,
                State state,
                Long personId,
                @Version @Nullable Long version) {}

        List<Class<?>> MODEL = List.of(Before.People.class, Tasks.class);
    }

    interface RenameColumn {
        record People(@Id @Nullable Long id, @Unique String mail, String fullName) {}

        List<Class<?>> MODEL = List.of(People.class, Before.Tasks.class);
    }

    interface RenameTable {
        record Persons(@Id @Nullable Long id, @Unique String email, String name) {}

        List<Class<?>> MODEL = List.of(Persons.class, Before.Tasks.class);
    }

    interface DropTable {
        List<Class<?>> MODEL = List.of(Before.People.class);
    }

    interface NewTables {
        record Labels(
                @Id @Nullable UUID id,
                @Unique @Size(max = 40) String word,
                AggregateReference<Before.People, Long> owner) {}

        @Unique(columns = {"label", "task"})
        @Index(columns = "task")
        record LabelsOfTasks(
                @Id @Nullable Long id,

                @ForeignKey(onDelete = ForeignKey.OnDelete.CASCADE)
                AggregateReference<Labels, UUID> label,

                @ForeignKey(value = Before.Tasks.class, onDelete = ForeignKey.OnDelete.CASCADE)
                UUID task,

                @ColumnDefault("now()") Instant added) {}

        List<Class<?>> MODEL = List.of(Before.People.class, Before.Tasks.class, Labels.class, LabelsOfTasks.class);
    }

    interface TableOfEntities {
        record Steps(String text, @Index int minutes) {}

        record Phones(String number) {}

        record People(
                @Id @Nullable Long id, @Unique String email, String name, List<Steps> steps, Set<Phones> phones) {}

        List<Class<?>> MODEL = List.of(People.class, Before.Tasks.class);
    }

    interface Widen {
        @Index(columns = {"due", "id"})
        record Tasks(
                @Id @Nullable UUID id,
                @Size(max = 200) String title,
                @Nullable String note,
                @Check("effort > 0") long effort,
                @ColumnDefault("false") boolean done,
                LocalDate due,
                State state,
                Long personId,
                @Version @Nullable Long version) {}

        List<Class<?>> MODEL = List.of(Before.People.class, Tasks.class);
    }

    interface Shorten {
        @Index(columns = {"due", "id"})
        record Tasks(
                @Id @Nullable UUID id,
                @Size(max = 50) String title,
                @Nullable @Size(max = 500) String note,
                @Check("effort > 0") short effort,
                @ColumnDefault("false") boolean done,
                LocalDate due,
                State state,
                Long personId,
                @Version @Nullable Long version) {}

        List<Class<?>> MODEL = List.of(Before.People.class, Tasks.class);
    }

    interface Retype {
        @Index(columns = {"due", "id"})
        record Tasks(
                @Id @Nullable UUID id,
                String title,
                @Nullable Integer note,
                @Check("effort > 0") int effort,
                @ColumnDefault("0") int done,
                Instant due,
                @ColumnType("varchar(20)") State state,
                Long personId,
                @Version @Nullable Long version) {}

        List<Class<?>> MODEL = List.of(Before.People.class, Tasks.class);
    }

    interface Defaults {
        @Index(columns = {"due", "id"})
        record Tasks(
                @Id @Nullable UUID id,
                @Size(max = 100) String title,
                @Nullable String note,
                @Check("effort > 0") @ColumnDefault("1") int effort,
                boolean done,
                @ColumnDefault("current_date") LocalDate due,
                State state,
                Long personId,
                @Version @Nullable Long version) {}

        List<Class<?>> MODEL = List.of(Before.People.class, Tasks.class);
    }

    interface Require {
        @Index(columns = {"due", "id"})
        record Tasks(
                @Id @Nullable UUID id,
                @Size(max = 100) String title,
                @ColumnDefault("''") String note,
                @Check("effort > 0") int effort,
                @ColumnDefault("false") boolean done,
                LocalDate due,
                State state,
                Long personId,
                @Version @Nullable Long version) {}

        List<Class<?>> MODEL = List.of(Before.People.class, Tasks.class);
    }

    interface RequireWithoutDefault {
        @Index(columns = {"due", "id"})
        record Tasks(
                @Id @Nullable UUID id,
                @Size(max = 100) String title,
                String note,
                @Check("effort > 0") int effort,
                @ColumnDefault("false") boolean done,
                LocalDate due,
                State state,
                Long personId,
                @Version @Nullable Long version) {}

        List<Class<?>> MODEL = List.of(Before.People.class, Tasks.class);
    }

    interface Relax {
        @Index(columns = {"due", "id"})
        record Tasks(
                @Id @Nullable UUID id,
                @Size(max = 100) @Nullable String title,
                @Nullable String note,
                @Check("effort > 0") @Nullable Integer effort,
                @ColumnDefault("false") boolean done,
                LocalDate due,
                State state,
                Long personId,
                @Version @Nullable Long version) {}

        List<Class<?>> MODEL = List.of(Before.People.class, Tasks.class);
    }

    interface AddUnique {
        @Unique(columns = {"person_id", "due"})
        @Index(columns = {"due", "id"})
        record Tasks(
                @Id @Nullable UUID id,

                @Unique(name = "one_task_of_a_title") @Size(max = 100)
                String title,

                @Nullable String note,
                @Check("effort > 0") int effort,
                @ColumnDefault("false") boolean done,
                LocalDate due,
                State state,
                Long personId,
                @Version @Nullable Long version) {}

        List<Class<?>> MODEL = List.of(Before.People.class, Tasks.class);
    }

    interface DropUnique {
        record People(@Id @Nullable Long id, String email, String name) {}

        List<Class<?>> MODEL = List.of(People.class, Before.Tasks.class);
    }

    interface Indexes {
        @Index(
                columns = {"due desc", "id desc"},
                include = "title",
                where = "not done",
                name = "tasks_open_index")
        @Index(
                columns = {"person_id", "due"},
                unique = true,
                where = "done")
        record Tasks(
                @Id @Nullable UUID id,
                @Index @Size(max = 100) String title,
                @Nullable String note,
                @Check("effort > 0") int effort,
                @ColumnDefault("false") boolean done,
                LocalDate due,
                State state,
                Long personId,
                @Version @Nullable Long version) {}

        List<Class<?>> MODEL = List.of(Before.People.class, Tasks.class);
    }

    interface ChangeIndex {
        @Index(
                columns = {"due desc", "id desc"},
                name = "tasks_due_id_index")
        record Tasks(
                @Id @Nullable UUID id,
                @Size(max = 100) String title,
                @Nullable String note,
                @Check("effort > 0") int effort,
                @ColumnDefault("false") boolean done,
                LocalDate due,
                State state,
                Long personId,
                @Version @Nullable Long version) {}

        List<Class<?>> MODEL = List.of(Before.People.class, Tasks.class);
    }

    interface RenameRules {
        @Index(
                columns = {"due", "id"},
                name = "tasks_by_day")
        record Tasks(
                @Id @Nullable UUID id,
                @Size(max = 100) String title,
                @Nullable String note,

                @Check(value = "effort > 0", name = "some_effort")
                int effort,

                @ColumnDefault("false") boolean done,
                LocalDate due,
                State state,
                Long personId,
                @Version @Nullable Long version) {}

        List<Class<?>> MODEL = List.of(Before.People.class, Tasks.class);
    }

    interface AddForeignKey {
        @Index(columns = {"due", "id"})
        record Tasks(
                @Id @Nullable UUID id,
                @Size(max = 100) String title,
                @Nullable String note,
                @Check("effort > 0") int effort,
                @ColumnDefault("false") boolean done,
                LocalDate due,
                State state,
                @ForeignKey(Before.People.class) Long personId,

                @ForeignKey(onDelete = ForeignKey.OnDelete.SET_NULL) @Nullable
                AggregateReference<Before.People, Long> helper,

                @Version @Nullable Long version) {}

        List<Class<?>> MODEL = List.of(Before.People.class, Tasks.class);
    }

    interface Checks {
        @Index(columns = {"due", "id"})
        @Check(name = "tasks_done_check", value = "not done or effort > 1")
        record Tasks(
                @Id @Nullable UUID id,
                @Check("title <> ''") @Size(max = 100) String title,
                @Nullable String note,
                @Check("effort between 1 and 100") int effort,
                @ColumnDefault("false") boolean done,
                LocalDate due,
                MoreState state,
                Long personId,
                @Version @Nullable Long version) {}

        List<Class<?>> MODEL = List.of(Before.People.class, Tasks.class);
    }

    interface DropChecks {
        @Index(columns = {"due", "id"})
        record Tasks(
                @Id @Nullable UUID id,
                @Size(max = 100) String title,
                @Nullable String note,
                int effort,
                @ColumnDefault("false") boolean done,
                LocalDate due,
                String state,
                Long personId,
                @Version @Nullable Long version) {}

        List<Class<?>> MODEL = List.of(Before.People.class, Tasks.class);
    }

    interface Rates {
        record Precise(
                @Id @Nullable Long id,
                @Digits(integer = 8, fraction = 2) BigDecimal rate) {}

        record Rounded(
                @Id @Nullable Long id,
                @Digits(integer = 8, fraction = 1) BigDecimal rate) {}
    }

    interface OtherKey {
        record People(@Nullable Long id, @Id String email, String name) {}

        List<Class<?>> MODEL = List.of(People.class, Before.Tasks.class);
    }

    interface KeyWithDefault {
        record People(
                @Id @ColumnDefault("0") @Nullable Long id,
                @Unique String email,
                String name) {}

        List<Class<?>> MODEL = List.of(People.class, Before.Tasks.class);
    }

    interface DocumentAsText {
        record Documents(
                @Id @Nullable Long id, @ColumnType("json") String body) {}

        List<Class<?>> MODEL = List.of(Documents.class);
    }

    interface DocumentAsTree {
        record Documents(
                @Id @Nullable Long id, @ColumnType("jsonb") String body) {}

        List<Class<?>> MODEL = List.of(Documents.class);
    }

    interface LocalTimes {
        record Meetings(@Id @Nullable Long id, LocalDate day, LocalDateTime start) {}

        List<Class<?>> MODEL = List.of(Meetings.class);
    }

    interface Instants {
        record Meetings(@Id @Nullable Long id, Instant day, Instant start) {}

        List<Class<?>> MODEL = List.of(Meetings.class);
    }

    /** Columns that are never null, and in which a value that nobody chose would not do or is not known. */
    interface Ruled {
        record Shifts(
                @Id @Nullable Long id,
                @Unique String code,
                @Check("effort > 0") int effort,
                State state,
                @ForeignKey(Before.People.class) Long personId,
                @ColumnType("daterange") String days,
                @ColumnType("inet") String terminal,
                LocalTime start,
                @ColumnType("interval") String length) {}

        List<Class<?>> MODEL = List.of(Before.People.class, Shifts.class);
    }

    interface DropRuled {
        record Shifts(@Id @Nullable Long id) {}

        List<Class<?>> MODEL = List.of(Before.People.class, Shifts.class);
    }
}
