/**
 * Verdicts as pure functions of events, catalogue history and an as-of instant.
 *
 * <p>The way through: {@link id.tepati.rules.judge.Judgement} judges a whole case, {@code Judge} one run of a clock:
 * {@code DueDates} works out its {@link id.tepati.rules.judge.Due}, with {@code Pace} for hours and {@code PausedDays} for
 * days, and what comes of it is a {@link id.tepati.rules.judge.Verdict} with an {@link id.tepati.rules.judge.Outcome}.
 * {@link id.tepati.rules.judge.Figures} adds numbers to a verdict: how long it took, the {@code UsedShare} of the promise,
 * and from when an open clock is {@code AtRisk}. {@link id.tepati.rules.judge.Trace} tells the arithmetic, one
 * {@link id.tepati.rules.judge.TraceStep} a line: {@code DayTrace} for promises of days, each with its
 * {@link id.tepati.rules.judge.DayReason}, {@code TimeTrace} for those of hours, {@code Shortened} where there are too many.
 */
@NullMarked
package id.tepati.rules.judge;

import org.jspecify.annotations.NullMarked;
