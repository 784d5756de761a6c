package com.acme.dashboard.database.migration;

import com.acme.dashboard.database.Environment;
import com.acme.dashboard.database.FailureMessage;
import com.acme.dashboard.database.MigrationFailed;
import com.acme.dashboard.database.ScratchServer;
import com.acme.dashboard.database.generate.Decisions;
import com.acme.dashboard.database.generate.FormattedSql;
import com.acme.dashboard.database.generate.InvalidRename;
import com.acme.dashboard.database.generate.UndecidedDrops;
import com.acme.dashboard.database.model.InvalidMapping;
import com.acme.dashboard.database.model.MappedAggregates;
import com.acme.dashboard.database.schema.Catalog;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Writes what the mapped classes have and the changelog does not build as a new file of the changelog. Contacts no
 * environment's database.
 */
public final class Generation {

    private final ScratchServer server;
    private final Path checkout;
    private final Collection<Class<?>> aggregates;

    /** For the mapped classes of the application. */
    public Generation(ScratchServer server, Path checkout) {
        this(server, checkout, MappedAggregates.find());
    }

    Generation(ScratchServer server, Path checkout, Collection<Class<?>> aggregates) {
        this.server = server;
        this.checkout = checkout;
        this.aggregates = List.copyOf(aggregates);
    }

    /** Whether a directory is a checkout, whose changelog can be written to. */
    public static boolean isPossibleIn(Path directory) {
        return ChangelogDirectory.isIn(directory);
    }

    /**
     * What the mapped classes have and a changelog does not build.
     *
     * @throws MigrationFailed if a change set cannot be applied to a scratch database
     * @throws InvalidMapping if a class does not describe a table
     */
    static Differences differences(ScratchServer server, Changelog changelog) {
        try (var comparison = ModelComparison.of(server, changelog, MappedAggregates.find())) {
            return new Differences(comparison.differences(), comparison.built().catalog());
        } catch (SQLException e) {
            throw new GenerationFailed("The scratch database does not answer as it should: " + e.getMessage(), e);
        }
    }

    /**
     * Writes a file, once it has been run forward, back and forward on a scratch database.
     *
     * @param name letters, digits and hyphens: what the file is called after its number
     * @return the file below the checkout; empty where there is no difference and nothing was written
     * @throws UndecidedDrops if something is gone from the code and the decisions do not tell what becomes of it
     * @throws InvalidRename if a decision names something that is not there
     * @throws InvalidMapping if a class does not describe a table
     * @throws MigrationFailed if a change set of the changelog cannot be applied
     * @throws GenerationFailed if the file cannot be written, or does not do what it should; then nothing is there
     */
    public Optional<Written> write(String name, Decisions decisions) {
        var directory = new ChangelogDirectory(checkout);
        try (var comparison = ModelComparison.of(server, complete(directory), aggregates)) {
            var id = directory.next(name);
            var plan = comparison.plan(decisions, ChangelogDirectory.pathOf(id));
            if (plan.isEmpty()) {
                return Optional.empty();
            }
            var text = FormattedSql.write(id, Author.in(checkout), plan.changeSets());
            try (var proof = ChangeProof.of(directory, id, text)) {
                proof.run(plan, comparison);
                var broken = plan.mayBreakInserts() ? proof.brokenData(server) : List.<String>of();
                var file = directory.add(id, text);
                return Optional.of(new Written(checkout.relativize(file), plan.needsBackfill(), broken));
            }
        } catch (IOException e) {
            throw new GenerationFailed("Nothing was written: " + FailureMessage.ofFile(e) + ".", e);
        } catch (SQLException e) {
            throw new GenerationFailed(
                    "Nothing was written, because PostgreSQL says: %s\nWrite the change by hand."
                            .formatted(firstLine(e)),
                    e);
        }
    }

    private Changelog complete(ChangelogDirectory directory) throws IOException {
        var changelog = Changelog.read(Environment.PROD, directory.files());
        ChangelogCompleteness.requireAllIncluded(checkout, changelog.all());
        return changelog;
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /**
     * How the mapped classes differ from a changelog.
     *
     * @param statements that would be written; none where there is no difference
     * @param built what the changelog builds
     */
    record Differences(List<String> statements, Catalog built) {
        Differences {
            statements = List.copyOf(statements);
        }
    }

    /**
     * A file that is there now.
     *
     * @param file below the checkout
     * @param needsBackfill whether it has a place that a person has to fill in
     * @param brokenData why the rows of an environment do not go into a new database any more, a line each
     */
    public record Written(Path file, boolean needsBackfill, List<String> brokenData) {}
}
