package id.tepati.pipeline.settle;

/**
 * How records came that fill days.
 *
 * @param batch the import that they came with, empty for none
 */
public record Filler(String batch) {
    /** As things happened, one by one. */
    public static final Filler LIVE = new Filler("");

    /** Whether this completes what another began: both are the same import. */
    boolean completes(Filler other) {
        return !batch.isEmpty() && equals(other);
    }
}
