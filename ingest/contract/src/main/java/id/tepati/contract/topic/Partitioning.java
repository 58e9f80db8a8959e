package id.tepati.contract.topic;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** Which partition a unit belongs to: what the Java producer does by default for a key in UTF-8. */
public final class Partitioning {
    private Partitioning() {}

    /** The partition of a unit. */
    public static int of(String unit, int partitions) {
        return of(unit.getBytes(StandardCharsets.UTF_8), partitions);
    }

    /** The partition of a unit, by its id in UTF-8. */
    public static int of(byte[] unit, int partitions) {
        return Utils.toPositive(Utils.murmur2(unit)) % partitions;
    }
}
