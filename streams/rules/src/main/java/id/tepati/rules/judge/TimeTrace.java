package id.tepati.rules.judge;

import id.tepati.rules.Published;
import id.tepati.rules.Times;
import id.tepati.rules.calendar.Certainty;
import id.tepati.rules.calendar.Window;
import id.tepati.rules.calendar.WorkCalendar;
import id.tepati.rules.clock.ClockRun;
import id.tepati.rules.clock.Gap;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The lines of a promise of minutes or hours: each stretch that counts, and what stood between them. */
final class TimeTrace {
    private final Verdict verdict;
    private final ClockRun run;
    private final WorkCalendar calendar;
    private final boolean officeOnly;
    private final List<TraceStep> lines = new ArrayList<>();
    private final TreeSet<Integer> versions = new TreeSet<>();
    private Duration total = Duration.ZERO;

    private record Stretch(Instant from, Instant to) {}

    TimeTrace(Verdict verdict, boolean officeOnly) {
        this.verdict = verdict;
        this.run = verdict.run();
        this.calendar = verdict.terms().calendar();
        this.officeOnly = officeOnly;
    }

    List<TraceStep> steps() {
        Instant due = verdict.due() instanceof Due.At at ? at.instant() : null;
        Instant from = run.start();
        for (Gap gap : run.gaps()) {
            if (due != null && gap.from().isAfter(due)) {
                break;
            }
            running(from, gap.from());
            lines.add(new TraceStep.StoodStill(gap.kind(), gap.from(), gap.to()));
            from = gap.to() != null ? gap.to() : gap.from();
        }
        if (due != null) {
            running(from, due);
        } else if (verdict.due() instanceof Due.BeyondCalendar beyond) {
            running(from, beyond.earliest());
        }
        List<TraceStep> steps = new ArrayList<>();
        steps.add(new TraceStep.CountedBy(verdict.terms().calendarId(), List.copyOf(versions), calendar.zone()));
        steps.addAll(Shortened.stretches(lines));
        return steps;
    }

    private void running(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return;
        }
        if (!officeOnly) {
            add(from, to, Duration.between(from, to));
            return;
        }
        LocalDate last = calendar.dateOf(to);
        for (LocalDate date = calendar.dateOf(from); !date.isAfter(last); date = date.plusDays(1)) {
            if (calendar.day(date).certainty() == Certainty.UNKNOWN) {
                return;
            }
            calendar.versionOn(date).map(Published::version).ifPresent(versions::add);
            open(date, from, to);
        }
    }

    /** The windows of a date in order of time: a shift can make one run into the next. */
    private void open(LocalDate date, Instant from, Instant to) {
        List<Stretch> windows = calendar.day(date).windows().stream()
                .map(window -> stretch(date, window))
                .sorted(Comparator.comparing(Stretch::from))
                .toList();
        Instant counted = from;
        for (Stretch window : windows) {
            Instant begin = Times.later(window.from, counted);
            Instant end = Times.earlier(window.to, to);
            if (begin.isBefore(end)) {
                add(begin, end, calendar.openTimeBetween(begin, end));
                counted = end;
            }
        }
    }

    private Stretch stretch(LocalDate date, Window window) {
        return new Stretch(calendar.at(date, window.fromSecond()), calendar.at(date, window.toSecond()));
    }

    private void add(Instant from, Instant to, Duration counted) {
        total = total.plus(counted);
        lines.add(new TraceStep.Stretch(from, to, counted, total));
    }
}
