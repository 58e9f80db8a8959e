package id.tepati.rules.oracle;

import id.tepati.rules.Published;
import id.tepati.rules.calendar.Calendar;
import id.tepati.rules.calendar.Season;
import id.tepati.rules.calendar.SpecialDay;
import id.tepati.rules.calendar.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A calendar read date by date from the versions known at some instant. */
record OracleCalendar(ZoneId zone, List<Published<Calendar>> versions) {

    /** A stretch of open time. */
    record Open(Instant from, Instant to) {}

    private Optional<Published<Calendar>> governing(LocalDate date) {
        return versions.stream()
                .filter(v -> !v.effectiveFrom().isAfter(date))
                .max(Comparator.comparing(Published<Calendar>::effectiveFrom).thenComparing(Published::version));
    }

    boolean alwaysOpen(LocalDate date) {
        return governing(date).map(v -> v.content().alwaysOpen()).orElse(false);
    }

    boolean knows(LocalDate date) {
        return governing(date)
                .map(v -> v.content().alwaysOpen() || !date.isAfter(v.content().provisionalUntil()))
                .orElse(false);
    }

    /** The windows of a known date. */
    List<Window> windows(LocalDate date) {
        Calendar version = governing(date).orElseThrow().content();
        if (version.alwaysOpen()) {
            return List.of(Window.ALL_DAY);
        }
        for (SpecialDay special : version.days()) {
            if (special.date().equals(date)) {
                return special.windows();
            }
        }
        for (Season season : version.seasons()) {
            if (!date.isBefore(season.from()) && !date.isAfter(season.to())) {
                return season.week().on(date.getDayOfWeek());
            }
        }
        return version.week().on(date.getDayOfWeek());
    }

    boolean working(LocalDate date) {
        return !windows(date).isEmpty();
    }

    /** The open time of a known date. */
    List<Open> open(LocalDate date) {
        List<Open> open = new ArrayList<>();
        for (Window window : windows(date)) {
            Instant from = instant(date, window.fromSecond());
            Instant to = instant(date, window.toSecond());
            if (from.isBefore(to)) {
                open.add(new Open(from, to));
            }
        }
        return open;
    }

    /** 24:00 of a date. */
    Instant midnightAfter(LocalDate date) {
        return instant(date, Window.DAY_END);
    }

    /** Inside a gap or an overlap the offset before the transition holds, which is what {@code atZone} takes. */
    private Instant instant(LocalDate date, int second) {
        return date.atStartOfDay().plusSeconds(second).atZone(zone).toInstant();
    }
}
