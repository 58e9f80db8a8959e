package id.tepati.rules.calendar;

import id.tepati.rules.Published;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The rules said again in the plainest way, to judge {@link WorkCalendar} by: every minute is looked at, every
 * day listed, and a local time is turned into an instant from the zone's shifts alone.
 */
final class NaiveCalendar {

    private final ZoneId zone;
    private final List<Published<Calendar>> versions;

    NaiveCalendar(ZoneId zone, List<Published<Calendar>> versions) {
        this.zone = zone;
        this.versions = versions;
    }

    /** Offset before a shift for what it skips or repeats, else the only one there is. */
    Instant at(LocalDate date, int second) {
        LocalDateTime local = date.atStartOfDay().plusSeconds(second);
        Instant near = local.minusDays(3).toInstant(ZoneOffset.UTC);
        ZoneOffset offset = zone.getRules().getOffset(near);
        while (true) {
            ZoneOffsetTransition shift = zone.getRules().nextTransition(near);
            if (shift == null || local.toInstant(offset).isBefore(shift.getInstant())) {
                return local.toInstant(offset);
            }
            if (local.toInstant(shift.getOffsetAfter()).isBefore(shift.getInstant())) {
                return local.toInstant(offset);
            }
            offset = shift.getOffsetAfter();
            near = shift.getInstant();
        }
    }

    Certainty certainty(LocalDate date) {
        Calendar version = version(date);
        if (version == null || date.isAfter(version.provisionalUntil())) {
            return Certainty.UNKNOWN;
        }
        return date.isAfter(version.officialUntil()) ? Certainty.PROVISIONAL : Certainty.OFFICIAL;
    }

    List<Window> windows(LocalDate date) {
        if (certainty(date) == Certainty.UNKNOWN) {
            return List.of();
        }
        Calendar version = version(date);
        if (version.alwaysOpen()) {
            return List.of(new Window(0, 86_400));
        }
        return Stream.of(
                        version.days().stream()
                                .filter(day -> day.date().equals(date))
                                .map(SpecialDay::windows),
                        version.seasons().stream()
                                .filter(season -> !date.isBefore(season.from()) && !date.isAfter(season.to()))
                                .map(season -> season.week().on(date.getDayOfWeek())),
                        Stream.of(version.week().on(date.getDayOfWeek())))
                .flatMap(listed -> listed)
                .findFirst()
                .orElseThrow();
    }

    /** The date whose midnights enclose the instant. */
    LocalDate dayOf(Instant instant) {
        LocalDate date = instant.atZone(ZoneOffset.UTC).toLocalDate().minusDays(2);
        while (!at(date.plusDays(1), 0).isAfter(instant)) {
            date = date.plusDays(1);
        }
        return date;
    }

    /** Whether the minute that begins then lies in a window; the bounds of windows are whole minutes. */
    boolean isOpen(Instant minute, boolean unknownIsOpen) {
        LocalDate date = dayOf(minute);
        if (certainty(date) == Certainty.UNKNOWN) {
            return unknownIsOpen;
        }
        return windows(date).stream()
                .anyMatch(window -> !minute.isBefore(at(date, window.fromSecond()))
                        && minute.isBefore(at(date, window.toSecond())));
    }

    Duration openMinutes(Instant from, Instant to) {
        long minutes = 0;
        for (Instant minute = from; minute.isBefore(to); minute = minute.plusSeconds(60)) {
            if (isOpen(minute, false)) {
                minutes++;
            }
        }
        return Duration.ofMinutes(minutes);
    }

    Reach addOpenMinutes(Instant start, long minutes) {
        Instant minute = start;
        for (long left = minutes; left > 0; minute = minute.plusSeconds(60)) {
            if (isOpen(minute, true)) {
                left--;
            }
        }
        Instant reached = minute;
        List<LocalDate> walked = new ArrayList<>(dayOf(start)
                .datesUntil(dayOf(reached.minusSeconds(60)).plusDays(1))
                .toList());
        LocalDate first = walked.get(0);
        if (!windows(first).isEmpty()
                && windows(first).stream()
                        .allMatch(window -> !at(first, window.toSecond()).isAfter(start))) {
            walked.remove(0);
        }
        Certainty weakest = walked.stream()
                .map(this::certainty)
                .max(Comparator.naturalOrder())
                .orElse(Certainty.OFFICIAL);
        return weakest == Certainty.UNKNOWN ? new Reach.Beyond(reached) : new Reach.At(reached, weakest);
    }

    DayReach workingDay(LocalDate startDay, int n, Predicate<LocalDate> notCounted) {
        List<LocalDate> asked = startDay.plusDays(1)
                .datesUntil(startDay.plusDays(400))
                .filter(notCounted.negate())
                .toList();
        List<LocalDate> counted = asked.stream()
                .filter(date ->
                        certainty(date) == Certainty.UNKNOWN || !windows(date).isEmpty())
                .limit(n)
                .toList();
        LocalDate last = counted.get(n - 1);
        Certainty weakest = asked.stream()
                .filter(date -> !date.isAfter(last))
                .map(this::certainty)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return weakest == Certainty.UNKNOWN ? new DayReach.Beyond(last) : new DayReach.At(last, weakest);
    }

    private Calendar version(LocalDate date) {
        return versions.stream()
                .filter(version -> !version.effectiveFrom().isAfter(date))
                .max(Comparator.comparing(Published<Calendar>::effectiveFrom).thenComparing(Published::version))
                .map(Published::content)
                .orElse(null);
    }
}
