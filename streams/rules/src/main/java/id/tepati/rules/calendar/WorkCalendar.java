package id.tepati.rules.calendar;

import id.tepati.rules.Published;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The versions of one calendar that are known at some instant, in one time zone: answers what a date is, and
 * walks over open time and over days. Instants are taken to the microsecond. Immutable to its callers and
 * thread-safe; days are cached inside, so keep an instance rather than build it for every question.
 */
public final class WorkCalendar {

    /** About 109 years: a calendar that stays shut that long answers {@code Beyond} instead of looking on. */
    static final int LONGEST_WALK = 40_000;

    private final ZoneId zone;
    /** By effectiveFrom, then version number: the last one not after a day governs it. */
    private final List<Published<Calendar>> versions;

    private final DayTable table;

    private WorkCalendar(ZoneId zone, List<Published<Calendar>> versions) {
        this.zone = zone;
        this.versions = versions;
        this.table = new DayTable(epochDay -> OpenDay.of(describe(LocalDate.ofEpochDay(epochDay)), zone));
    }

    /**
     * Builds the calendar of one zone from the versions known at the instant of interest; without any, every
     * day is unknown.
     *
     * @throws IllegalArgumentException where the versions are of different calendars or a number occurs twice
     */
    public static WorkCalendar of(ZoneId zone, List<Published<Calendar>> versions) {
        if (versions.stream().map(version -> version.content().id()).distinct().count() > 1) {
            throw new IllegalArgumentException("these are versions of different calendars: "
                    + versions.stream()
                            .map(version -> version.content().id())
                            .distinct()
                            .toList());
        }
        if (versions.stream().mapToInt(Published::version).distinct().count() < versions.size()) {
            throw new IllegalArgumentException(
                    "two versions of calendar " + versions.get(0).content().id() + " have one number");
        }
        return new WorkCalendar(
                zone, versions.stream().sorted(Published.BY_EFFECT).toList());
    }

    /** The time zone in which dates and windows are read. */
    public ZoneId zone() {
        return zone;
    }

    /** What the calendar says of a date; beyond all it says the day is unknown. */
    public CalendarDay day(LocalDate date) {
        return table.day(date.toEpochDay()).day();
    }

    /** The version that governs a date, none before the first one takes effect. */
    public Optional<Published<Calendar>> versionOn(LocalDate date) {
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (versions.get(i).isEffectiveOn(date)) {
                return Optional.of(versions.get(i));
            }
        }
        return Optional.empty();
    }

    /** Whether the version that governs the date is open day and night. */
    public boolean alwaysOpen(LocalDate date) {
        return versionOn(date).map(version -> version.content().alwaysOpen()).orElse(false);
    }

    /** The local date of an instant, as the clock on the wall shows it. */
    public LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** The 00:00 that begins a date. */
    public Instant startOf(LocalDate date) {
        return at(date, 0);
    }

    /** The 24:00 that ends a date, which is the 00:00 of the next one. */
    public Instant endOf(LocalDate date) {
        return at(date, Window.DAY_END);
    }

    /**
     * The instant of a local time, in seconds of the day up to 86,400 (24:00). Where the zone skips or repeats
     * that time, the offset before the shift holds.
     */
    public Instant at(LocalDate date, int secondOfDay) {
        return resolve(date, secondOfDay, zone);
    }

    /** Whether a window is open at an instant: it begins with its first microsecond, and its end is outside of it. */
    public boolean isOpenAt(Instant instant) {
        return openTimeBetween(instant, instant.plus(1, ChronoUnit.MICROS)).compareTo(Duration.ZERO) > 0;
    }

    /** Open time between two instants, nothing where the first is not earlier; unknown days count nothing. */
    public Duration openTimeBetween(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return Duration.ZERO;
        }
        long first = Micros.of(from);
        long last = Micros.of(to);
        long sum = 0;
        for (long epochDay = epochDayOf(first); ; epochDay++) {
            OpenDay day = table.day(epochDay);
            if (day.start() >= last) {
                return Micros.duration(sum);
            }
            sum += day.openWithin(first, last);
        }
    }

    /**
     * The earliest instant at which so much open time has passed since {@code start}: it may be the end of a
     * window, never the next opening. The result is provisional if a provisional day lies from the day of the
     * start (unless its windows were over by then) to the day of the result.
     *
     * @throws IllegalArgumentException where the amount is not positive
     */
    public Reach addOpenTime(Instant start, Duration amount) {
        if (amount.isZero() || amount.isNegative()) {
            throw new IllegalArgumentException("the open time to add must be more than nothing: " + amount);
        }
        long from = Micros.of(start);
        long left = Micros.of(amount);
        long firstDay = epochDayOf(from);
        Certainty certainty = Certainty.OFFICIAL;
        for (long epochDay = firstDay; epochDay < firstDay + LONGEST_WALK; epochDay++) {
            OpenDay day = table.day(epochDay);
            if (epochDay > firstDay || !day.isOver(from)) {
                certainty = certainty.and(day.day().certainty());
            }
            long open = day.possiblyOpenFrom(from);
            if (open >= left) {
                Instant reached = Micros.instant(day.reach(from, left));
                return certainty == Certainty.UNKNOWN ? new Reach.Beyond(reached) : new Reach.At(reached, certainty);
            }
            left -= open;
        }
        return new Reach.Beyond(
                Micros.instant(table.day(firstDay + LONGEST_WALK).start() + left));
    }

    /** How far the open time between two instants is known: as the weakest day on which any of it may lie. */
    public Certainty certaintyBetween(Instant from, Instant to) {
        Certainty certainty = Certainty.OFFICIAL;
        if (!from.isBefore(to)) {
            return certainty;
        }
        long first = Micros.of(from);
        long last = Micros.of(to);
        for (long epochDay = epochDayOf(first); table.day(epochDay).start() < last; epochDay++) {
            OpenDay day = table.day(epochDay);
            certainty = day.isOver(first) ? certainty : certainty.and(day.day().certainty());
        }
        return certainty;
    }

    /**
     * The n-th working day strictly after a date. Dates for which {@code notCounted} holds are passed over,
     * whatever the calendar says of them.
     *
     * @param n from 1
     */
    public DayReach workingDay(LocalDate startDay, int n, Predicate<LocalDate> notCounted) {
        return count(startDay, n, notCounted, this::day);
    }

    /** The n-th day strictly after a date, counted like {@link #workingDay} but over all days alike. */
    public DayReach calendarDay(LocalDate startDay, int n, Predicate<LocalDate> notCounted) {
        return count(startDay, n, notCounted, WorkCalendar::anyDay);
    }

    /** {@link #at} for any zone; java.time resolves gaps and overlaps by the offset before them. */
    static Instant resolve(LocalDate date, int secondOfDay, ZoneId zone) {
        return secondOfDay == Window.DAY_END
                ? resolve(date.plusDays(1), 0, zone)
                : date.atTime(LocalTime.ofSecondOfDay(secondOfDay)).atZone(zone).toInstant();
    }

    private CalendarDay describe(LocalDate date) {
        return versionOn(date)
                .map(version -> version.content().on(date))
                .orElseGet(() -> new CalendarDay(date, Certainty.UNKNOWN, List.of(), ""));
    }

    /** The day whose start and end enclose the instant: near a midnight shift not always its local date. */
    private long epochDayOf(long instant) {
        long epochDay = dateOf(Micros.instant(instant)).toEpochDay();
        while (table.day(epochDay).start() > instant) {
            epochDay--;
        }
        while (table.day(epochDay).end() <= instant) {
            epochDay++;
        }
        return epochDay;
    }

    private static DayReach count(
            LocalDate startDay, int n, Predicate<LocalDate> notCounted, Function<LocalDate, CalendarDay> lookup) {
        if (n < 1) {
            throw new IllegalArgumentException("days are counted from 1 on, not " + n);
        }
        int counted = 0;
        Certainty certainty = Certainty.OFFICIAL;
        for (int step = 1; step <= LONGEST_WALK; step++) {
            LocalDate date = startDay.plusDays(step);
            if (notCounted.test(date)) {
                continue;
            }
            CalendarDay day = lookup.apply(date);
            certainty = certainty.and(day.certainty());
            if (day.isWorkingDay() || day.certainty() == Certainty.UNKNOWN) {
                counted++;
            }
            if (counted == n) {
                return certainty == Certainty.UNKNOWN ? new DayReach.Beyond(date) : new DayReach.At(date, certainty);
            }
        }
        return new DayReach.Beyond(startDay.plusDays(LONGEST_WALK).plusDays(n - counted));
    }

    private static CalendarDay anyDay(LocalDate date) {
        return new CalendarDay(date, Certainty.OFFICIAL, List.of(Window.ALL_DAY), "");
    }
}
