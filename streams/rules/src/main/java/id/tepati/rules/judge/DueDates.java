package id.tepati.rules.judge;

import id.tepati.rules.calendar.Certainty;
import id.tepati.rules.calendar.DayReach;
import id.tepati.rules.calendar.Reach;
import id.tepati.rules.calendar.WorkCalendar;
import id.tepati.rules.catalogue.Within;
import id.tepati.rules.clock.ClockRun;
import id.tepati.rules.clock.Gap;
import id.tepati.rules.event.PromisedAt;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Works out when a promise is used up: the arithmetic of each unit of time. Only gaps that are over are given; a
 * clock inside a gap has no due instant, except for a stated one, which no pause moves.
 */
final class DueDates {
    private DueDates() {}

    /** The due of a run under a promise, moved by the gaps that were over by an instant. */
    static Due of(ClockRun run, Within within, WorkCalendar calendar, Instant known) {
        List<Gap> gaps = run.gapsOverBy(known);
        if (within instanceof Within.WallTime wall) {
            return reached(Pace.wall().reach(run.start(), gaps, wall.amount()));
        }
        if (within instanceof Within.OfficeTime office) {
            return reached(Pace.office(calendar).reach(run.start(), gaps, office.amount()));
        }
        if (within instanceof Within.WorkingDays days) {
            return day(
                    calendar.workingDay(calendar.dateOf(run.start()), days.amount(), touchedBy(gaps, calendar)),
                    calendar);
        }
        if (within instanceof Within.CalendarDays days) {
            return day(
                    calendar.calendarDay(calendar.dateOf(run.start()), days.amount(), touchedBy(gaps, calendar)),
                    calendar);
        }
        return within instanceof Within.Stated ? stated(run, calendar) : new Due.None();
    }

    private static Due reached(Reach reach) {
        return reach instanceof Reach.At found
                ? new Due.At(found.instant(), null, found.certainty())
                : new Due.BeyondCalendar(((Reach.Beyond) reach).earliest());
    }

    private static Due endOf(LocalDate day, Certainty certainty, WorkCalendar calendar) {
        return new Due.At(calendar.endOf(day), day, certainty);
    }

    private static Due day(DayReach reach, WorkCalendar calendar) {
        return reach instanceof DayReach.At found
                ? endOf(found.date(), found.certainty(), calendar)
                : new Due.BeyondCalendar(calendar.endOf(((DayReach.Beyond) reach).earliest()));
    }

    private static Due stated(ClockRun run, WorkCalendar calendar) {
        PromisedAt promisedAt = run.promisedAt();
        if (promisedAt == null) {
            return new Due.None();
        }
        return promisedAt instanceof PromisedAt.At exact
                ? new Due.At(exact.instant(), null, Certainty.OFFICIAL)
                : endOf(((PromisedAt.EndOfDay) promisedAt).date(), Certainty.OFFICIAL, calendar);
    }

    /** Days of which any part was paused do not count, the days of return and resubmission included. */
    static Predicate<LocalDate> touchedBy(List<Gap> gaps, WorkCalendar calendar) {
        List<DateSpan> spans = gaps.stream()
                .filter(gap -> !gap.from().equals(endOf(gap)))
                .map(gap -> new DateSpan(calendar.dateOf(gap.from()), calendar.dateOf(endOf(gap))))
                .toList();
        return date -> spans.stream().anyMatch(span -> span.contains(date));
    }

    private static Instant endOf(Gap gap) {
        return Objects.requireNonNull(gap.to(), "only gaps that are over move a due date");
    }

    private record DateSpan(LocalDate first, LocalDate last) {
        boolean contains(LocalDate date) {
            return !date.isBefore(first) && !date.isAfter(last);
        }
    }
}
