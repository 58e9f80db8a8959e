package id.tepati.dashboard.query;

import id.tepati.dashboard.readmodel.HeldCase;
import id.tepati.dashboard.readmodel.HeldClock;
import id.tepati.rules.judge.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Counts finished cases by half hours of local time, on one day and the same day of the weeks before it. */
final class HalfHours {
    private static final int A_DAY = 48;
    private static final int WEEKS = 4;

    private static final int SECONDS = 1800;

    private final Map<LocalDate, long[]> finished = new TreeMap<>();
    private final long[] late = new long[A_DAY];
    private final LocalDate today;

    HalfHours(LocalDate today) {
        this.today = today;
    }

    /** Local time at which a half hour begins. */
    static LocalTime beginning(int halfHour) {
        return LocalTime.ofSecondOfDay((long) halfHour * SECONDS);
    }

    /** The half hour in which a time of day lies. */
    static int of(LocalTime time) {
        return time.toSecondOfDay() / SECONDS;
    }

    void add(HeldCase held, ZoneId zone) {
        Optional<Instant> end = finishedAt(held);
        if (end.isEmpty()) {
            return;
        }
        ZonedDateTime local = end.get().atZone(zone);
        LocalDate day = local.toLocalDate();
        if (day.isAfter(today) || day.isBefore(today.minusWeeks(WEEKS)) || day.getDayOfWeek() != today.getDayOfWeek()) {
            return;
        }
        int halfHour = of(local.toLocalTime());
        finished.computeIfAbsent(day, absent -> new long[A_DAY])[halfHour]++;
        if (day.equals(today) && held.clocks().stream().anyMatch(clock -> clock.outcome() == Outcome.LATE)) {
            late[halfHour]++;
        }
    }

    /** A case is finished when its last clock has ended, unless all fell away: then none has a time that it took. */
    private static Optional<Instant> finishedAt(HeldCase held) {
        boolean allEnded = held.clocks().stream().noneMatch(HeldClock::isOpen);
        boolean anyStopped =
                held.clocks().stream().anyMatch(clock -> clock.seconds().isPresent());
        return allEnded && anyStopped
                ? held.clocks().stream().flatMap(clock -> clock.end().stream()).max(Instant::compareTo)
                : Optional.empty();
    }

    long finished(int halfHour) {
        return finished.getOrDefault(today, new long[A_DAY])[halfHour];
    }

    long late(int halfHour) {
        return late[halfHour];
    }

    /** The half hours from the first to the last in which anything was finished on any of the days. */
    IntStream withinHours() {
        int[] busy = IntStream.range(0, A_DAY)
                .filter(at -> finished.values().stream().anyMatch(day -> day[at] > 0))
                .toArray();
        return busy.length == 0 ? IntStream.empty() : IntStream.rangeClosed(busy[0], busy[busy.length - 1]);
    }

    /** The earlier days that anything was finished on, each with its counts by half hour. */
    Map<LocalDate, long[]> earlier() {
        Map<LocalDate, long[]> earlier = new TreeMap<>(finished);
        earlier.remove(today);
        return earlier;
    }
}
