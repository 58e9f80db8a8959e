/**
 * The answers of the API as pure functions of the model, the question and the present instant.
 *
 * <p>The way through, by what is asked:
 * <ul>
 * <li><b>What is meant</b>: a {@link id.tepati.dashboard.query.Scope} says which figures, a
 *     {@link id.tepati.dashboard.query.Period} and {@link id.tepati.dashboard.store.DateBasis} on which dates, a
 *     {@link id.tepati.dashboard.query.Group} how finely; answers come in a {@link id.tepati.dashboard.query.Page} with a
 *     {@link id.tepati.dashboard.query.Cursor}.
 * <li><b>Are promises kept</b>: {@link id.tepati.dashboard.query.Compliance} gives
 *     {@link id.tepati.dashboard.query.ComplianceRow}s, added up by {@code Sum} and {@code SumOfCounts};
 *     {@link id.tepati.dashboard.standing.Targets} knows what a unit aims at, {@code FinalDays} which days are final.
 * <li><b>How does a unit stand, and which colour has it</b>: worked out in {@code id.tepati.dashboard.standing}.
 *     {@link id.tepati.dashboard.query.Overview} tells it of the whole city in
 *     {@link id.tepati.dashboard.standing.UnitStanding}s, {@link id.tepati.dashboard.query.CitySample} a monitoring system.
 * <li><b>Which cases are behind a figure</b>: {@link id.tepati.dashboard.query.Cases} by
 *     {@link id.tepati.dashboard.store.ClockStatus}; one of them whole, with its arithmetic, in
 *     {@link id.tepati.dashboard.query.CaseDetail}.
 * <li><b>Who waits now</b>: {@link id.tepati.dashboard.query.Queues}. Today beside the usual day in
 *     {@link id.tepati.dashboard.query.TodayAgainstUsual}.
 * <li><b>Is it whole</b>: {@link id.tepati.dashboard.query.SystemStatus} with
 *     {@link id.tepati.dashboard.query.Freshness}, {@link id.tepati.dashboard.query.HistoryNotice} while history comes in,
 *     {@link id.tepati.dashboard.standing.SourceSilence} for silent sources,
 *     {@link id.tepati.dashboard.query.DeadLetterList} for what was refused,
 *     {@link id.tepati.dashboard.query.RestatementList} for what changed of settled days.
 * <li><b>What is published</b>: {@link id.tepati.dashboard.query.Units} and
 *     {@link id.tepati.dashboard.query.Standards}.
 * </ul>
 */
@NullMarked
package id.tepati.dashboard.query;

import org.jspecify.annotations.NullMarked;
