package id.tepati.contract.event;

/** What a field of {@code data} may hold, and as which JSON type. */
public enum ValueKind {
    /** String: RFC 3339 date-time with offset, or a date, which means until that local day ends. */
    MOMENT("RFC 3339 date-time with offset, or a date"),
    /** String: RFC 3339 date-time with offset. */
    TIME("RFC 3339 date-time with offset"),
    /** String: a date, local to the unit. */
    DATE("date"),
    /** String: an id of a unit. */
    UNIT("unit id"),
    /** String: an id of a service. */
    SERVICE("service id"),
    /** String: an id that is not in the catalogue by itself. */
    ID("id `[a-z0-9][a-z0-9._-]{0,119}`"),
    /** String: what is printed on a ticket or written over a counter, 1 to 40 printable characters. */
    LABEL("text of 1 to 40 printable characters"),
    /** String: a name that a case, or its ticket, has at its unit, 1 to 120 printable characters. */
    ID_TEXT("text of 1 to 120 printable characters"),
    /** String: a code, never free text. */
    CODE("code `[a-z0-9-]{1,40}`"),
    /** String or array: one code, or 1 to 20 of them. */
    CODES("code, or an array of 1 to 20 codes"),
    /** String: one of the listed words. */
    CHOICE("one of"),
    /** Boolean. */
    FLAG("true or false"),
    /** Number: a whole one from 1 to 1,000,000. */
    AMOUNT("whole number from 1 to 1,000,000"),
    /** String: an event id or an event source, 1 to 256 printable characters. */
    EVENT_NAME("text of 1 to 256 printable characters");

    private final String description;

    ValueKind(String description) {
        this.description = description;
    }

    /** The kind in words, for cures and for the reference. */
    public String description() {
        return description;
    }
}
