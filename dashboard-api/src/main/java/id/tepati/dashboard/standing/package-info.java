/**
 * How units and their promises stand now: worked out in one place, for whoever tells it.
 *
 * <ul>
 * <li>{@link id.tepati.dashboard.standing.Standings} works it out for a unit and remembers it: of each promise
 *     {@link id.tepati.dashboard.standing.PromiseCounts} (added up by {@code UnitSum}, with the target that
 *     {@link id.tepati.dashboard.standing.Targets} knows), of the cases that are open how many there are and who
 *     {@link id.tepati.dashboard.standing.Waiting waits} (gathered by {@code OpenCases}), of the counters a
 *     {@link id.tepati.dashboard.standing.UnitQueue}.
 * <li>The status by which a unit is coloured is that of {@link id.tepati.rules.standing.UnitStatus};
 *     {@link id.tepati.dashboard.standing.SourceSilence} takes it away from a unit of which nothing is heard.
 * <li>{@link id.tepati.dashboard.standing.UnitStanding} and {@link id.tepati.dashboard.standing.PromiseStanding} are the
 *     rows in which it is told.
 * <li>{@link id.tepati.dashboard.standing.Counters} and {@code OpenServices} say whose counters are open.
 * </ul>
 */
@NullMarked
package id.tepati.dashboard.standing;

import org.jspecify.annotations.NullMarked;
