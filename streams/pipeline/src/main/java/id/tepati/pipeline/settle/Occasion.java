package id.tepati.pipeline.settle;

import id.tepati.contract.output.RestatementCause;
import java.time.Instant;

/**
 * A record that changes cases.
 *
 * @param learned when the broker took it
 * @param filler how it came
 */
public record Occasion(RestatementCause cause, Instant learned, Filler filler) {}
