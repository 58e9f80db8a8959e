package id.tepati.rules.judge;

import id.tepati.rules.Published;
import id.tepati.rules.calendar.CalendarDay;
import id.tepati.rules.calendar.Certainty;
import id.tepati.rules.calendar.DayKind;
import id.tepati.rules.calendar.SpecialDay;
import id.tepati.rules.calendar.WorkCalendar;
import id.tepati.rules.clock.ClockRun;
import id.tepati.rules.clock.Gap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The lines of a promise of days: each date from the start to the due, or to where the count had to stop. */
final class DayTrace {
    private final Verdict verdict;
    private final ClockRun run;
    private final WorkCalendar calendar;
    private final boolean workingOnly;
    private final PausedDays paused;
    private final List<TraceStep.Days> days = new ArrayList<>();
    private final TreeSet<Integer> versions = new TreeSet<>();
    private int total;

    DayTrace(Verdict verdict, boolean workingOnly) {
        this.verdict = verdict;
        this.run = verdict.run();
        this.calendar = verdict.terms().calendar();
        this.workingOnly = workingOnly;
        this.paused = new PausedDays(run.gapsOverBy(Instant.MAX), calendar);
    }

    List<TraceStep> steps() {
        LocalDate first = verdict.startDay();
        LocalDate last = lastDate();
        add(first, DayReason.START_DAY, "", Certainty.OFFICIAL);
        for (LocalDate date = first.plusDays(1); !date.isAfter(last); date = date.plusDays(1)) {
            if (!count(date)) {
                break;
            }
        }
        List<TraceStep> steps = new ArrayList<>();
        steps.add(new TraceStep.CountedBy(verdict.terms().calendarId(), List.copyOf(versions), calendar.zone()));
        steps.addAll(Shortened.days(days));
        return steps;
    }

    /** The due date; while it is suspended the day before the clock stood still, beyond the calendar no limit. */
    private LocalDate lastDate() {
        if (verdict.due() instanceof Due.At due && due.day() != null) {
            return due.day();
        }
        return run.gaps().stream()
                .filter(gap -> gap.to() == null)
                .map(Gap::from)
                .map(from -> calendar.dateOf(from).minusDays(1))
                .findFirst()
                .orElse(LocalDate.MAX);
    }

    /** Adds the line of a date; false where the calendar does not know it. */
    private boolean count(LocalDate date) {
        if (paused.test(date)) {
            add(date, DayReason.PAUSED, "", Certainty.OFFICIAL);
            return true;
        }
        if (!workingOnly) {
            add(date, DayReason.COUNTED, "", Certainty.OFFICIAL);
            return true;
        }
        CalendarDay day = calendar.day(date);
        if (day.certainty() == Certainty.UNKNOWN) {
            return false;
        }
        calendar.versionOn(date).map(Published::version).ifPresent(versions::add);
        add(date, reason(day), day.note(), day.certainty());
        return true;
    }

    private DayReason reason(CalendarDay day) {
        if (day.isWorkingDay()) {
            return DayReason.COUNTED;
        }
        boolean special = calendar.versionOn(day.date()).stream()
                .flatMap(version -> version.content().days().stream())
                .filter(listed -> listed.date().equals(day.date()))
                .map(SpecialDay::kind)
                .anyMatch(kind -> kind != DayKind.HALF_DAY);
        return special ? DayReason.HOLIDAY : DayReason.CLOSED;
    }

    private void add(LocalDate date, DayReason reason, String note, Certainty certainty) {
        int counted = reason == DayReason.COUNTED ? 1 : 0;
        total += counted;
        days.add(new TraceStep.Days(date, date, reason, note, certainty, counted, total));
    }
}
