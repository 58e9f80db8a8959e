package id.tepati.rules.tally;

import id.tepati.rules.ServiceId;
import id.tepati.rules.catalogue.PromiseName;

/** Where within a unit something is counted. */
public record Slot(ServiceId service, PromiseName promise, Bucket bucket) implements Comparable<Slot> {
    @Override
    public int compareTo(Slot other) {
        int byService = service.compareTo(other.service);
        int byPromise = byService != 0 ? byService : promise.compareTo(other.promise);
        return byPromise != 0 ? byPromise : bucket.compareTo(other.bucket);
    }
}
