package id.tepati.pipeline.settle;

import id.tepati.contract.output.RestatementCause;
import java.time.Instant;

/**
 * A record that changes cases, as the cause of restatements.
 *
 * @param cause what it is to the days that it changes
 * @param learned when the broker took it
 * @param batch the import that it came with
 */
public record CausingRecord(RestatementCause cause, Instant learned, LoadBatch batch) {}
