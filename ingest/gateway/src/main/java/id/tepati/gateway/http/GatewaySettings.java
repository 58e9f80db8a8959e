package id.tepati.gateway.http;

/**
 * How a gateway is set up.
 *
 * @param partitions of each input topic, as it was created
 */
public record GatewaySettings(GatewayTopics topics, int partitions, GatewayLimits limits) {
    /** Refuses topics without partitions. */
    public GatewaySettings {
        if (partitions < 1) {
            throw new IllegalArgumentException("an input topic has at least one partition: " + partitions);
        }
    }

    /** The usual topics and limits. */
    public static GatewaySettings standard(int partitions) {
        return new GatewaySettings(GatewayTopics.STANDARD, partitions, GatewayLimits.STANDARD);
    }
}
