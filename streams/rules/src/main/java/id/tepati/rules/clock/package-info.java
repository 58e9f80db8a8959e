/**
 * How events drive clocks, and the runs that this yields.
 *
 * <p>The way through: {@link id.tepati.rules.clock.CaseCourse} follows the events of a case as of an instant and gives the
 * {@link id.tepati.rules.clock.ClockRun runs} of each {@link id.tepati.rules.clock.ClockKind}: from a start, over each
 * {@link id.tepati.rules.clock.Gap} of some {@link id.tepati.rules.clock.GapKind}, to a
 * {@link id.tepati.rules.clock.ClockEnd}. Files and complaints go by {@code ClockWalk}, which looks up in {@code ClockTable}
 * the {@code Action} of each event. Tickets go by {@code TicketWalk}: each visit on a service day is a
 * {@code TicketVisit} with a {@code QueueStage} for each stage, under the {@link id.tepati.rules.clock.TicketRegime} of its unit and service. Both put
 * runs together in a {@code RunBuilder}.
 */
@NullMarked
package id.tepati.rules.clock;

import org.jspecify.annotations.NullMarked;
