package id.tepati.access.rights;

import id.tepati.rules.WireName;

/** What somebody is to Tepati; {@link Permission} says what that lets them do. */
public enum UserRole {
    /** Reads figures and cases. */
    VIEWER,
    /** Answers for units: reads the same, acknowledges alerts, reviews flags that are no levy flags. */
    UNIT_HEAD,
    /** Looks into units: reads all about them, levy flags too, and reviews. */
    INSPECTOR,
    /** Keeps it running: system, catalogue, refused events, producers, people. No levy flags. */
    OPERATOR,
    /** Reads who changed what and why, figures and cases, and changes nothing. */
    AUDITOR;

    /** Its name in records, on the command line and in the documentation, such as {@code unit-head}. */
    public String wireName() {
        return WireName.of(this);
    }
}
