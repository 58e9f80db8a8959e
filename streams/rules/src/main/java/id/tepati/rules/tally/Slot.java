package id.tepati.rules.tally;

import id.tepati.rules.ServiceId;
import id.tepati.rules.catalog.PromiseName;
import java.util.Comparator;

/** Where within a unit something is counted. */
public record Slot(ServiceId service, PromiseName promise, Bucket bucket) implements Comparable<Slot> {
    private static final Comparator<Slot> ORDER =
            Comparator.comparing(Slot::service).thenComparing(Slot::promise).thenComparing(Slot::bucket);

    @Override
    public int compareTo(Slot other) {
        return ORDER.compare(this, other);
    }
}
