package id.tepati.contract.output;

import id.tepati.rules.Published;
import id.tepati.rules.Stage;
import id.tepati.rules.WireName;
import id.tepati.rules.calendar.Certainty;
import id.tepati.rules.catalogue.PromiseName;
import id.tepati.rules.catalogue.Standard;
import id.tepati.rules.catalogue.Terms;
import id.tepati.rules.clock.ClockEnd;
import id.tepati.rules.clock.ClockRun;
import id.tepati.rules.judge.Due;
import id.tepati.rules.judge.Figures;
import id.tepati.rules.judge.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How one cycle of a clock stands and under which law.
 *
 * @param stage of the visit; absent for {@code main} and for clocks without stages
 * @param promise name of the promise; absent where no standard names the clock
 * @param outcome open, on-time, late, cancelled, unserved, no-promise, awaiting-calendar or unnamed
 * @param open whether the clock has not ended; a late one may be open still
 * @param due when the promise ends; absent while paused and where there is no number
 * @param dueDay the due date of a day promise
 * @param provisional whether the due instant rests on a provisional calendar day (sementara)
 * @param earliestDue where the calendar is not known far enough: the due is not earlier
 * @param atRiskFrom from when the clock is at risk if nothing happens
 * @param verdictAt when the verdict was reached
 * @param verdictDay the local day that it counts on
 * @param serviceDay of a ticket: the local day with whose end it ends
 * @param seconds from start to stop, less pauses and closed gaps
 * @param used share of the promise used at the stop, in ten-thousandths
 * @param basis standard, policy or no-standard
 * @param standard scope of the standard in force
 * @param calendar the calendar that was counted by
 */
public record ClockRow(
        String clock,
        @Nullable String stage,
        int cycle,
        String service,
        @Nullable String promise,
        String outcome,
        boolean open,
        Instant start,
        LocalDate startDay,
        @Nullable Instant end,
        @Nullable Instant due,
        @Nullable LocalDate dueDay,
        @Nullable Boolean provisional,
        @Nullable Instant earliestDue,
        @Nullable Instant atRiskFrom,
        @Nullable Instant verdictAt,
        @Nullable LocalDate verdictDay,
        @Nullable LocalDate serviceDay,
        @Nullable Long seconds,
        @Nullable Long used,
        @Nullable String basis,
        @Nullable String standard,
        @Nullable Integer standardVersion,
        @Nullable String sk,
        String calendar,
        @Nullable Integer calendarVersion) {

    /** The row of a verdict. */
    public static ClockRow of(Verdict verdict) {
        ClockRun run = verdict.run();
        Terms terms = verdict.terms();
        ClockEnd end = run.end();
        Due.At due = verdict.due() instanceof Due.At at ? at : null;
        Published<Standard> standard = terms.standard();
        OptionalLong used = Figures.usedShare(verdict);
        return new ClockRow(
                run.clock().id(),
                run.stage().equals(Stage.MAIN) ? null : run.stage().value(),
                run.cycle(),
                run.service().value(),
                verdict.promise().map(PromiseName::value).orElse(null),
                WireName.of(verdict.outcome()),
                verdict.isOpen(),
                run.start(),
                verdict.startDay(),
                end == null ? null : end.at(),
                due == null ? null : due.instant(),
                due == null ? null : due.day(),
                (due != null && due.certainty() == Certainty.PROVISIONAL) ? true : null,
                verdict.due() instanceof Due.BeyondCalendar beyond ? beyond.earliest() : null,
                Figures.atRiskFrom(verdict).orElse(null),
                verdict.at(),
                verdict.verdictDay().orElse(null),
                run.serviceDay(),
                Figures.duration(verdict).map(Duration::toSeconds).orElse(null),
                used.isPresent() ? used.getAsLong() : null,
                Optional.ofNullable(verdict.governing())
                        .map(governing -> WireName.of(governing.basis()))
                        .orElse(null),
                standard == null ? null : standard.content().scope().id(),
                standard == null ? null : standard.version(),
                standard == null ? null : standard.content().sk(),
                terms.calendarId().value(),
                terms.calendar()
                        .versionOn(verdict.startDay())
                        .map(Published::version)
                        .orElse(null));
    }
}
