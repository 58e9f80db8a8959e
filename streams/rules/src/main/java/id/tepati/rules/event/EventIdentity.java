package id.tepati.rules.event;

/**
 * What makes an event the same event: its source and the hash of its id there (CloudEvents 1.0, "source + id").
 * Identity holds within a case.
 */
public record EventIdentity(String source, Digest id) implements Comparable<EventIdentity> {
    @Override
    public int compareTo(EventIdentity other) {
        int bySource = source.compareTo(other.source);
        return bySource != 0 ? bySource : id.compareTo(other.id);
    }
}
