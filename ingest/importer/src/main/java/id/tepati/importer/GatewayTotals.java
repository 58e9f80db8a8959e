package id.tepati.importer;

/**
 * What became of the events at the gateway.
 *
 * @param repeated of the accepted, those that came more than once to the gateway
 */
record GatewayTotals(long sent, long accepted, long repeated, long refused) {}
