package id.tepati.dashboard.store;

/** How a case stands by its clocks that run, from what is nothing to what is worst. */
enum CaseStanding {
    /** No promise of it runs. */
    NONE(0),
    /** A promise runs. */
    OPEN(1),
    /** One of them is at risk, none is broken. */
    AT_RISK(2),
    /** One of them is broken. */
    LATE(3);

    /** How many there are. */
    static final int COUNT = 4;

    private final int number;

    CaseStanding(int number) {
        this.number = number;
    }

    /** Its number in the rows. */
    int number() {
        return number;
    }

    /** That of a number. */
    static CaseStanding of(int number) {
        return switch (number) {
            case 0 -> NONE;
            case 1 -> OPEN;
            case 2 -> AT_RISK;
            case 3 -> LATE;
            default -> throw new IllegalArgumentException("no standing of a case: " + number);
        };
    }
}
