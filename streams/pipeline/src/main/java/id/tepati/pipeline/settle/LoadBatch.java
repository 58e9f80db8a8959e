package id.tepati.pipeline.settle;

import id.tepati.contract.event.ImportBatch;
import org.apache.kafka.common.header.Headers;

/**
 * The import that records which fill days came with.
 *
 * @param name empty for none
 */
public record LoadBatch(String name) {
    /** None: records that came one by one, as things happened. */
    public static final LoadBatch NONE = new LoadBatch("");

    /** The import that a record names in its headers. */
    public static LoadBatch of(Headers headers) {
        return ImportBatch.of(headers).map(batch -> new LoadBatch(batch.name())).orElse(NONE);
    }

    /** Whether this completes what another began: both are the same import. */
    boolean completes(LoadBatch other) {
        return !name.isEmpty() && equals(other);
    }
}
