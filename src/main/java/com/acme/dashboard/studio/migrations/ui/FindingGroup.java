package com.acme.dashboard.studio.migrations.ui;

import com.acme.dashboard.studio.migrations.CheckFinding;
import com.acme.dashboard.studio.ui.Words;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/**
 * What the check found of one kind: what that is and what to do, in the person's language; of each finding what the command
 * line prints, which is English.
 */
final class FindingGroup extends Div {

    /**
     * Of these, all of one kind.
     *
     * @param kind its id, such as {@code drift}
     */
    FindingGroup(String kind, List<CheckFinding> findings) {
        addClassName("studio-finding-group");
        var name = "studio.check.kind." + kind;
        add(new H3(getTranslation(name)), new Paragraph(getTranslation(name + ".text")));
        findings.forEach(finding -> add(card(finding)));
    }

    private Div card(CheckFinding finding) {
        var facts = new Facts().addInEnglish(getTranslation("studio.check.object"), finding.object());
        if (finding.isUnsafe()) {
            facts.addInEnglish(getTranslation("studio.check.rule"), finding.expected())
                    .addInEnglish(getTranslation("studio.check.statement"), finding.found())
                    .addInEnglish(getTranslation("studio.check.advice"), finding.explanation());
        } else {
            facts.addInEnglish(getTranslation("studio.check.expected"), finding.expected())
                    .addInEnglish(getTranslation("studio.check.actual"), finding.found());
        }
        var card = new Div(facts);
        card.addClassName("studio-finding");
        if (!finding.fix().isEmpty()) {
            card.add(new Paragraph(getTranslation("studio.check.fix")), Words.sql(finding.fix()));
        }
        return card;
    }
}
