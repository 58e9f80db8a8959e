/**
 * The records that Tepati writes for others to read, as versioned JSON. Readers ignore fields they do not know.
 *
 * <p>Each kind of record has an {@link id.tepati.contract.output.OutputKey}. Of the cases there is a
 * {@link id.tepati.contract.output.CaseRow} with its {@link id.tepati.contract.output.ClockRow}s and
 * {@link id.tepati.contract.output.EventRow}s, of the figures a {@link id.tepati.contract.output.TallyRow} and, where a
 * settled day changed, a {@link id.tepati.contract.output.Restatement} with its
 * {@link id.tepati.contract.output.RestatementCause}. Of the way of the data there is a
 * {@link id.tepati.contract.output.SourceRow}, a {@link id.tepati.contract.output.Progress} and, of what was refused, a
 * {@link id.tepati.contract.output.DeadLetter}, of whose payload {@code Payloads} says what is kept.
 * {@link id.tepati.contract.output.OutputJson} is the one way in which they become JSON.
 */
@NullMarked
package id.tepati.contract.output;

import org.jspecify.annotations.NullMarked;
