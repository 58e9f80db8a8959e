package id.tepati.access.rights;

import static id.tepati.access.rights.Extent.EVERYWHERE;
import static id.tepati.access.rights.Extent.NOTHING;
import static id.tepati.access.rights.Extent.SUBTREE;

import id.tepati.rules.WireName;

/**
 * What may be asked or done, each with its row of the one table of rights: where viewer, unit-head, inspector, operator
 * and auditor may. {@code docs/rights.md} shows the same, and a test holds it to this.
 */
public enum Permission {
    /** Figures of units: overview, live stream, course, compliance, queues, restatements. */
    SEE_FIGURES(About.UNITS, SUBTREE, SUBTREE, SUBTREE, SUBTREE, SUBTREE),
    /** Cases with their events and the arithmetic of their dues. */
    SEE_CASES(About.UNITS, SUBTREE, SUBTREE, SUBTREE, SUBTREE, SUBTREE),
    /** Units, services and standards. */
    SEE_CATALOGUE(About.UNITS, SUBTREE, SUBTREE, SUBTREE, EVERYWHERE, EVERYWHERE),
    /** Flags but those of levies. */
    SEE_FLAGS(About.UNITS, NOTHING, SUBTREE, SUBTREE, NOTHING, NOTHING),
    /** Says of a flag that is none of levies whether it is substantiated. */
    REVIEW_FLAGS(About.UNITS, NOTHING, SUBTREE, SUBTREE, NOTHING, NOTHING),
    /** Indications of levies, and all that rests on them. */
    SEE_LEVY_FLAGS(About.UNITS, NOTHING, NOTHING, SUBTREE, NOTHING, NOTHING),
    /** Says of an indication of a levy whether it is substantiated. */
    REVIEW_LEVY_FLAGS(About.UNITS, NOTHING, NOTHING, SUBTREE, NOTHING, NOTHING),
    /** Says of an alert that it was seen. */
    ACKNOWLEDGE_ALERTS(About.UNITS, NOTHING, SUBTREE, SUBTREE, NOTHING, NOTHING),
    /** Refused events, with what is kept of them. */
    SEE_DEAD_LETTERS(About.UNITS, NOTHING, NOTHING, NOTHING, SUBTREE, NOTHING),
    /** Sends refused events again, or dismisses them. */
    SETTLE_DEAD_LETTERS(About.UNITS, NOTHING, NOTHING, NOTHING, SUBTREE, NOTHING),
    /** Sources and what they sent, cases without a beginning, the state of the system. */
    SEE_SYSTEM(About.THE_WHOLE, NOTHING, NOTHING, NOTHING, SUBTREE, NOTHING),
    /** Metrics, which tell figures of every unit. */
    SEE_METRICS(About.THE_WHOLE, SUBTREE, NOTHING, NOTHING, SUBTREE, NOTHING),
    /** Publishes units, services, standards and calendars. */
    CHANGE_CATALOGUE(About.THE_WHOLE, NOTHING, NOTHING, NOTHING, SUBTREE, NOTHING),
    /** Adds, rotates and revokes keys of producers. */
    MANAGE_PRODUCERS(About.THE_WHOLE, NOTHING, NOTHING, NOTHING, SUBTREE, NOTHING),
    /** Adds and removes people and tokens, and says what they may do. */
    MANAGE_PEOPLE(About.THE_WHOLE, NOTHING, NOTHING, NOTHING, SUBTREE, NOTHING),
    /** Who changed what, when and why. */
    SEE_CHANGES(About.THE_WHOLE, NOTHING, NOTHING, NOTHING, NOTHING, EVERYWHERE);

    private final About about;
    private final Extent viewer;
    private final Extent unitHead;
    private final Extent inspector;
    private final Extent operator;
    private final Extent auditor;

    private enum About {
        UNITS,
        THE_WHOLE
    }

    Permission(About about, Extent viewer, Extent unitHead, Extent inspector, Extent operator, Extent auditor) {
        this.about = about;
        this.viewer = viewer;
        this.unitHead = unitHead;
        this.inspector = inspector;
        this.operator = operator;
        this.auditor = auditor;
    }

    /** The cell of a role in this row. */
    public Extent of(UserRole role) {
        return switch (role) {
            case VIEWER -> viewer;
            case UNIT_HEAD -> unitHead;
            case INSPECTOR -> inspector;
            case OPERATOR -> operator;
            case AUDITOR -> auditor;
        };
    }

    /** Whether it is had for some units and not for others; else it is had or not. */
    public boolean isAboutUnits() {
        return about == About.UNITS;
    }

    /** Its name in the documentation, such as {@code see-figures}. */
    public String wireName() {
        return WireName.of(this);
    }
}
