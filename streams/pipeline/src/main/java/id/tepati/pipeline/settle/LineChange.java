package id.tepati.pipeline.settle;

import id.tepati.contract.output.OutputKey;
import id.tepati.contract.output.Restatement.Counts;
import id.tepati.contract.output.RestatementCause;
import id.tepati.rules.CaseKey;
import id.tepati.rules.tally.Slot;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A change of one line of a settled day that is about to be written.
 *
 * @param lead what else changes with it and comes before: the figure that it meets is the stored one and this
 * @param delta what it comes to
 */
public record LineChange(
        CaseKey key,
        LocalDate day,
        Slot slot,
        RestatementCause cause,
        Instant learned,
        LocalDate learnedDay,
        Counts lead,
        Counts delta) {
    /** The key of the restatement that gathers it. */
    OutputKey.OfRestatement restatement() {
        return new OutputKey.OfRestatement(key.unit(), day, cause.wireName(), learnedDay);
    }
}
