package id.tepati.importer;

/**
 * What became of events at the gateway.
 *
 * @param repeated of the sent, those that came more than once to the gateway
 * @param refused of the sent, those that the gateway refused
 * @param rowsRefused rows that were not sent, since the gateway said beforehand that it would refuse an event of theirs
 * @param withheld the events of these rows
 */
record GatewayTotals(long sent, long repeated, long refused, long rowsRefused, long withheld) {
    static final GatewayTotals NONE = new GatewayTotals(0, 0, 0, 0, 0);

    GatewayTotals plus(GatewayTotals other) {
        return new GatewayTotals(
                sent + other.sent,
                repeated + other.repeated,
                refused + other.refused,
                rowsRefused + other.rowsRefused,
                withheld + other.withheld);
    }
}
