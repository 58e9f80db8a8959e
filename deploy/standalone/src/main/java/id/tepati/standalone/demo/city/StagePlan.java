package id.tepati.standalone.demo.city;

/**
 * A stage of a visit.
 *
 * @param counters open at once
 * @param minutes of service that are usual
 */
record StagePlan(String id, int counters, double minutes) {
    /** Whether it is the only one, which events need not name. */
    boolean isOnly() {
        return id.equals("main");
    }
}
