/**
 * Cases: their events, their judgement, and what they add to the tallies.
 *
 * <p>The way of an event: {@link id.tepati.pipeline.judge.JudgeProcessor} hands it to {@code CaseEventHandler}, which adds
 * it to its case and says what becomes of it. If the case is to have other events, that is a {@code CaseUpdate}.
 * {@code CaseUpdater} asks {@code TicketAliases} which cases are judged by which events now, and makes of each a
 * {@code CaseRevision}; judged by a {@code JudgingContext}, which {@code TaskTime} gives, it is a {@code CaseChange}. When
 * all are worked out, {@code CaseStore} and {@code NumberClaims} write them, under the keys of {@code CaseKeys}.
 *
 * <p>Without an event: in every tick {@code DueTimers} judges again what is due, and {@code EditionWalk} goes on through
 * all cases under a new edition of the catalogue; both are {@code CaseUpdater}'s callers too. {@code TaskMemory} keeps how
 * far they have come across a restart. Then {@code ProgressReporter} tells how far the task has come.
 */
@NullMarked
package id.tepati.pipeline.judge;

import org.jspecify.annotations.NullMarked;
