/**
 * What a task remembers, and how: one store whose keys begin with the byte of a
 * {@link id.tepati.pipeline.state.Section}, and one codec for each kind of value.
 *
 * <p>The values: {@link id.tepati.pipeline.state.CaseState} with the {@link id.tepati.pipeline.state.Origin} of each event
 * ({@link id.tepati.pipeline.state.CaseStateCodec}, {@code EventCodes}), the tallies of the rules
 * ({@link id.tepati.pipeline.state.TallyCodec}), who claims the number of a ticket
 * ({@link id.tepati.pipeline.state.ClaimsCodec}), who filled a day first ({@link id.tepati.pipeline.state.FillCodec}), and
 * the {@link id.tepati.pipeline.state.RestatementTotals} of what was restated ({@link id.tepati.pipeline.state.RestatementTotalsCodec}).
 *
 * <p>The bytes: {@code ByteWriter} and {@code ByteReader} know variable-length numbers and texts,
 * {@link id.tepati.pipeline.state.StoredInstant} microseconds. {@code StateVersions} refuses what a later release wrote.
 */
@NullMarked
package id.tepati.pipeline.state;

import org.jspecify.annotations.NullMarked;
