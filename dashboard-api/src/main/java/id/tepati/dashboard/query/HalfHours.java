package id.tepati.dashboard.query;

import id.tepati.dashboard.store.CaseRows;
import id.tepati.rules.UnitId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
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

    /** Today and the same day of the weeks before. */
    List<LocalDate> days() {
        return IntStream.rangeClosed(0, WEEKS).mapToObj(today::minusWeeks).toList();
    }

    /** Adds what a unit finished on one of these days. */
    void add(CaseRows cases, UnitId unit, ZoneId zone, LocalDate day) {
        cases.finished(
                unit,
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant(),
                finished -> add(finished, zone, day));
    }

    private void add(CaseRows.Finished one, ZoneId zone, LocalDate day) {
        int halfHour = of(LocalTime.ofInstant(one.at(), zone));
        finished.computeIfAbsent(day, absent -> new long[A_DAY])[halfHour]++;
        if (day.equals(today) && one.broken()) {
            late[halfHour]++;
        }
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
