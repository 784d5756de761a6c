package com.acme.dashboard.studio.migrations.ui;

import com.acme.dashboard.common.ui.FailedState;
import com.acme.dashboard.common.ui.Failures;
import com.acme.dashboard.studio.StudioPermission;
import com.acme.dashboard.studio.migrations.MigrationState;
import com.acme.dashboard.studio.migrations.StudioMigrations;
import com.acme.dashboard.studio.ui.StudioLayout;
import com.acme.dashboard.studio.ui.StudioSection;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** The change sets of the changelog, applied and pending, and what the check finds. Nothing is applied from here. */
@Route(value = StudioSection.ROOT + "/migrations", layout = StudioLayout.class)
@PageTitle("studio.migrations")
@RolesAllowed(StudioPermission.ROLE)
class MigrationsView extends Div implements AfterNavigationObserver {

    private final StudioMigrations migrations;
    private final Clock clock;

    MigrationsView(StudioMigrations migrations, Clock clock) {
        this.migrations = migrations;
        this.clock = clock;
        addClassName("studio-page");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        removeAll();
        Failures.attempt(
                () -> {
                    var state = migrations.state();
                    add(standing(state), new CheckPanel(migrations), changeSets(state));
                },
                () -> add(new FailedState(getTranslation("studio.failed"), this::show)));
    }

    private Section standing(MigrationState state) {
        var where = new Paragraph(
                getTranslation("studio.migrations.where", state.environment(), state.host(), state.database()));
        where.setTestId("migrations-database");
        var standing = new Section(new H2(getTranslation("studio.migrations.standing", state.pending())), where);
        if (state.pending() > 0) {
            var command = new Code(state.command());
            command.setTestId("migrate-command");
            var how = new Paragraph(getTranslation("studio.migrations.command"));
            how.add(command);
            standing.add(how);
        }
        return standing;
    }

    private Section changeSets(MigrationState state) {
        return new Section(
                new H2(getTranslation(
                        "studio.migrations.change-sets", state.changeSets().size())),
                new ChangeSetList(migrations, state.changeSets(), clock.getZone()));
    }
}
