package com.acme.dashboard.studio.ui;

import com.acme.dashboard.studio.CheckFinding;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;

/**
 * One thing that the check found: what kind of thing that is and what to do, in the person's language, and under it what the
 * command line prints, which is English.
 */
final class FindingCard extends Div {

    FindingCard(CheckFinding finding) {
        addClassName("studio-finding");
        var kind = "studio.check.kind." + finding.kind();
        var facts = new Facts().addInEnglish(getTranslation("studio.check.object"), finding.object());
        if (finding.isUnsafe()) {
            facts.addInEnglish(getTranslation("studio.check.rule"), finding.expected())
                    .addInEnglish(getTranslation("studio.check.statement"), finding.found())
                    .addInEnglish(getTranslation("studio.check.advice"), finding.explanation());
        } else {
            facts.addInEnglish(getTranslation("studio.check.expected"), finding.expected())
                    .addInEnglish(getTranslation("studio.check.actual"), finding.found());
        }
        add(new H3(getTranslation(kind)), new Paragraph(getTranslation(kind + ".text")), facts);
        if (!finding.fix().isEmpty()) {
            add(new Paragraph(getTranslation("studio.check.fix")), Words.sql(finding.fix()));
        }
    }
}
