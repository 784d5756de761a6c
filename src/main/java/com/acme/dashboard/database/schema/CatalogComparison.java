package com.acme.dashboard.database.schema;

import com.acme.dashboard.database.schema.CatalogObject.Kind;
import com.acme.dashboard.database.schema.CatalogObject.Name;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** In what one schema differs from another, in an order in which the differences can be put right. */
public final class CatalogComparison {

    /** Dropped before anything else is put right, because columns and tables are held by them. */
    private static final List<Kind> DROPPED_FIRST =
            List.of(Kind.POLICY, Kind.RULE, Kind.TRIGGER, Kind.VIEW, Kind.STATISTICS, Kind.CONSTRAINT, Kind.INDEX);

    /** Made and changed in this order, then in the reverse one dropped, what is not dropped first. */
    private static final List<Kind> MADE = List.of(
            Kind.EXTENSION,
            Kind.TYPE,
            Kind.SEQUENCE,
            Kind.TABLE,
            Kind.COLUMN,
            Kind.FUNCTION,
            Kind.CONSTRAINT,
            Kind.INDEX,
            Kind.VIEW,
            Kind.TRIGGER,
            Kind.RULE,
            Kind.POLICY,
            Kind.STATISTICS);

    private static final Comparator<Ranked> ORDER = Comparator.comparingInt(Ranked::rank);

    private final Catalog expected;
    private final Catalog found;
    private final FixSql fixes;
    private final Renames renames;

    private CatalogComparison(Catalog expected, Catalog found) {
        this.expected = expected;
        this.found = found;
        this.fixes = new FixSql(expected, found);
        this.renames = Renames.of(expected, found);
    }

    private record Ranked(int rank, Difference difference) {}

    /** The differences; none where the two are the same. */
    public static List<Difference> of(Catalog expected, Catalog found) {
        var comparison = new CatalogComparison(expected, found);
        Set<Name> names = new TreeSet<>(Catalog.ORDER);
        names.addAll(expected.objects().keySet());
        names.addAll(found.objects().keySet());
        return names.stream()
                .flatMap(name -> comparison.compare(name).stream())
                .sorted(ORDER)
                .map(Ranked::difference)
                .toList();
    }

    private List<Ranked> compare(Name name) {
        var there = expected.objects().get(name);
        var here = found.objects().get(name);
        if (there != null && here != null) {
            return changes(there, here);
        }
        if (there != null) {
            return goesWithAnother(there, found) ? List.of() : List.of(new Ranked(madeRank(there), missing(there)));
        }
        var extra = Objects.requireNonNull(here);
        return goesWithAnother(extra, expected)
                        || isSomebodyElses(extra)
                        || renames.isOtherNameOfSomething(extra.name())
                ? List.of()
                : List.of(new Ranked(
                        droppedRank(name.kind()),
                        new Difference(name.toString(), "nothing of this name", describe(extra), fixes.drop(extra))));
    }

    private Difference missing(CatalogObject object) {
        var renamed = renames.of(object.name());
        return renamed == null
                ? new Difference(object.name().toString(), describe(object), "missing", fixes.create(object))
                : new Difference(
                        object.name().toString(),
                        "this name",
                        "the name " + renamed.name().name(),
                        fixes.rename(object, renamed));
    }

    /** What a table, a constraint or a column brings along, or takes along when it is dropped, is told with that, once. */
    private boolean goesWithAnother(CatalogObject object, Catalog other) {
        var table = object.name().table();
        if (table != null && other.relation(table) == null) {
            return true;
        }
        return switch (object.name().kind()) {
            case INDEX -> object.fact(CatalogFacts.OF_CONSTRAINT) != null;
            case SEQUENCE -> object.fact(CatalogFacts.OF_IDENTITY) != null || isDroppedWithItsColumn(object);
            default -> false;
        };
    }

    private boolean isDroppedWithItsColumn(CatalogObject sequence) {
        return sequence.fact(CatalogFacts.OWNED_BY) != null
                && !expected.objects().containsKey(sequence.name())
                && !expected.hasOwnerOf(sequence);
    }

    /** What a provider of databases installs, it installs elsewhere. */
    private static boolean isSomebodyElses(CatalogObject object) {
        return object.name().kind() == Kind.EXTENSION && object.fact(CatalogFacts.ELSEWHERE) != null;
    }

    private List<Ranked> changes(CatalogObject there, CatalogObject here) {
        var differences = new ArrayList<Ranked>();
        Set<String> facts = new TreeSet<>(there.facts().keySet());
        facts.addAll(here.facts().keySet());
        for (var fact : facts) {
            if (!isSame(there.name().kind(), there.fact(fact), here.fact(fact)) && counts(there, here, fact)) {
                differences.add(new Ranked(
                        madeRank(there),
                        new Difference(
                                there.name().toString(),
                                describe(fact, there.fact(fact)),
                                describe(fact, here.fact(fact)),
                                fixes.change(there, here, fact))));
            }
        }
        return differences;
    }

    /** A function's text is its own; everything else PostgreSQL may tell in two ways. */
    private static boolean isSame(Kind kind, @Nullable String there, @Nullable String here) {
        return Objects.equals(there, here)
                || (there != null
                        && here != null
                        && kind != Kind.FUNCTION
                        && Expressions.normalize(there).equals(Expressions.normalize(here)));
    }

    private boolean counts(CatalogObject there, CatalogObject here, String fact) {
        return switch (there.name().kind()) {
            case EXTENSION -> false;
            case CONSTRAINT -> !fact.equals(CatalogFacts.CONTYPE);
            case INDEX ->
                (there.fact(CatalogFacts.OF_CONSTRAINT) == null && here.fact(CatalogFacts.OF_CONSTRAINT) == null)
                        || sameConstraint(there.name());
            case SEQUENCE -> !fact.equals(CatalogFacts.OF_IDENTITY);
            default -> true;
        };
    }

    private boolean sameConstraint(Name index) {
        var constraint = new Name(Kind.CONSTRAINT, index.table(), index.name());
        var there = expected.objects().get(constraint);
        var here = found.objects().get(constraint);
        return there != null && here != null && changes(there, here).isEmpty();
    }

    /** Foreign keys come last, because they need the others. */
    private static int madeRank(CatalogObject object) {
        return 100 + 2 * MADE.indexOf(object.name().kind()) + ("f".equals(object.fact(CatalogFacts.CONTYPE)) ? 1 : 0);
    }

    private static int droppedRank(Kind kind) {
        var first = DROPPED_FIRST.indexOf(kind);
        return first >= 0 ? first : 300 - MADE.indexOf(kind);
    }

    private static String describe(CatalogObject object) {
        var facts = object.facts().entrySet().stream()
                .filter(fact -> !fact.getKey().equals(CatalogFacts.CONTYPE))
                .map(fact -> describe(fact.getKey(), fact.getValue()))
                .collect(Collectors.joining(", "));
        return facts.isEmpty() ? "there" : facts;
    }

    /** A definition says itself what it is; what holds is named without its yes. */
    private static String describe(String fact, @Nullable String value) {
        if (value == null) {
            return fact.equals(CatalogFacts.NOT_NULL) ? "nullable" : "no " + fact;
        }
        return fact.equals(CatalogFacts.DEFINITION) ? value : (value.equals("yes") ? fact : fact + " " + value);
    }
}
