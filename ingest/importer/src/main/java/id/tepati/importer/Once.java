package id.tepati.importer;

/** From which rows of a case an event comes, where a file has several rows a case. */
enum Once {
    /** From each row; written by leaving {@code once} out. */
    ROW,
    /** From the first row that has it; others must say the same. */
    CASE,
    /** From the row with the earliest time; the upper one of equals. */
    FIRST,
    /** From the row with the latest time; the lower one of equals. */
    LAST;

    /** Whether one row of the case is picked by its time. */
    boolean byTime() {
        return this == FIRST || this == LAST;
    }
}
