package id.tepati.rules.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.rules.Published;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random calendars around the days on which zones shift their clocks, judged by {@link NaiveCalendar}. */
class WorkCalendarPropertyTest {

    /** Days on or beside a shift of the zone: by day, at midnight, across midnight, of half an hour, of a whole day. */
    private static final List<Place> PLACES = List.of(
            new Place("Asia/Jakarta", "2026-01-01"),
            new Place("Europe/Paris", "2020-03-29"),
            new Place("Europe/Paris", "2019-10-27"),
            new Place("America/Sao_Paulo", "2018-11-04"),
            new Place("America/Sao_Paulo", "2018-02-17"),
            new Place("Africa/Cairo", "2023-04-28"),
            new Place("Africa/Cairo", "2023-10-26"),
            new Place("America/Havana", "2023-03-12"),
            new Place("America/Havana", "2023-11-05"),
            new Place("America/St_Johns", "2010-11-06"),
            new Place("America/St_Johns", "2011-03-13"),
            new Place("Australia/Lord_Howe", "2023-10-01"),
            new Place("Pacific/Apia", "2011-12-30"));

    record Place(String zone, String shift) {}

    record Sample(ZoneId zone, LocalDate middle, List<Published<Calendar>> versions, long seed) {

        WorkCalendar calendar() {
            return WorkCalendar.of(zone, versions);
        }

        NaiveCalendar naive() {
            return new NaiveCalendar(zone, versions);
        }

        /** A whole minute up to three days from the shift. */
        Instant minute(Random random) {
            return middle.atStartOfDay(zone)
                    .toInstant()
                    .truncatedTo(ChronoUnit.MINUTES)
                    .plus(random.nextInt(6 * 1440) - 3 * 1440, ChronoUnit.MINUTES);
        }
    }

    @Property(tries = 150)
    void openTimeIsTheNumberOfOpenMinutes(@ForAll("samples") Sample sample) {
        Random random = new Random(sample.seed());
        Instant from = sample.minute(random);
        Instant to = sample.minute(random);

        assertThat(sample.calendar().openTimeBetween(from, to))
                .isEqualTo(sample.naive().openMinutes(from, to));
    }

    @Property(tries = 150)
    void addedOpenTimeEndsWhereTheLastMinuteDoes(@ForAll("samples") Sample sample) {
        Random random = new Random(sample.seed());
        Instant start = sample.minute(random);
        // Without any version nothing ever ends but by the unknown days; with one, an opening comes every week.
        long minutes = 1 + random.nextInt(1500);

        assertThat(sample.calendar().addOpenTime(start, Duration.ofMinutes(minutes)))
                .isEqualTo(sample.naive().addOpenMinutes(start, minutes));
    }

    @Property(tries = 500)
    void addingAndMeasuringAreInverse(@ForAll("samples") Sample sample) {
        Random random = new Random(sample.seed());
        WorkCalendar calendar = sample.calendar();
        Instant start = sample.minute(random).plus(random.nextInt(60_000_000), ChronoUnit.MICROS);
        Duration amount = Duration.of(1 + (random.nextLong() >>> 30), ChronoUnit.MICROS);

        if (calendar.addOpenTime(start, amount) instanceof Reach.At reached) {
            Instant justBefore = reached.instant().minus(1, ChronoUnit.MICROS);
            assertThat(calendar.openTimeBetween(start, reached.instant())).isEqualTo(amount);
            assertThat(calendar.openTimeBetween(start, justBefore)).isEqualTo(amount.minusNanos(1000));
        }
    }

    @Property(tries = 500)
    void openTimeAddsUpOverAnyPointBetween(@ForAll("samples") Sample sample) {
        Random random = new Random(sample.seed());
        WorkCalendar calendar = sample.calendar();
        List<Instant> points = random.longs(3, 0, 6L * 86_400_000_000L)
                .sorted()
                .mapToObj(
                        micros -> calendar.startOf(sample.middle().minusDays(3)).plus(micros, ChronoUnit.MICROS))
                .toList();

        assertThat(calendar.openTimeBetween(points.get(0), points.get(2)))
                .isEqualTo(calendar.openTimeBetween(points.get(0), points.get(1))
                        .plus(calendar.openTimeBetween(points.get(1), points.get(2))));
        assertThat(calendar.openTimeBetween(points.get(2), points.get(0))).isEqualTo(Duration.ZERO);
    }

    @Property(tries = 500)
    void workingDaysAreTheDaysThatRemain(@ForAll("samples") Sample sample) {
        Random random = new Random(sample.seed());
        LocalDate start = sample.middle().plusDays(random.nextInt(9) - 4);
        Set<LocalDate> paused = new HashSet<>();
        random.ints(random.nextInt(6), 0, 14).forEach(days -> paused.add(start.plusDays(days)));
        int n = 1 + random.nextInt(12);

        assertThat(sample.calendar().workingDay(start, n, paused::contains))
                .isEqualTo(sample.naive().workingDay(start, n, paused::contains));
        List<LocalDate> remaining = start.plusDays(1)
                .datesUntil(start.plusDays(40))
                .filter(date -> !paused.contains(date))
                .toList();
        assertThat(sample.calendar().calendarDay(start, n, paused::contains))
                .isEqualTo(new DayReach.At(remaining.get(n - 1), Certainty.OFFICIAL));
    }

    @Property(tries = 500)
    void aLocalTimeTakesTheOffsetBeforeTheShift(@ForAll("samples") Sample sample) {
        Random random = new Random(sample.seed());
        LocalDate date = sample.middle().plusDays(random.nextInt(5) - 2);
        int second = random.nextInt(86_401);

        assertThat(sample.calendar().at(date, second)).isEqualTo(sample.naive().at(date, second));
        assertThat(sample.calendar().startOf(date)).isEqualTo(sample.calendar().endOf(date.minusDays(1)));
    }

    @Provide
    Arbitrary<Sample> samples() {
        return Arbitraries.randomValue(random -> {
            Place place = PLACES.get(random.nextInt(PLACES.size()));
            LocalDate middle = LocalDate.parse(place.shift());
            List<Published<Calendar>> versions = new ArrayList<>();
            for (int number = 1; number <= 1 + random.nextInt(2); number++) {
                LocalDate from = random.nextBoolean() ? LocalDate.MIN : middle.plusDays(random.nextInt(9) - 4);
                versions.add(new Published<>(number, from, Instant.MIN, calendar(random, middle)));
            }
            return new Sample(ZoneId.of(place.zone()), middle, versions, random.nextLong());
        });
    }

    private static Calendar calendar(Random random, LocalDate middle) {
        if (random.nextInt(6) == 0) {
            return Calendar.alwaysOpen(CalendarFixture.ID);
        }
        LocalDate official = random.nextBoolean() ? LocalDate.MAX : middle.plusDays(random.nextInt(9) - 4);
        LocalDate known = official.equals(LocalDate.MAX) ? official : official.plusDays(random.nextInt(4));
        LocalDate season = middle.plusDays(random.nextInt(7) - 3);
        return new Calendar(
                CalendarFixture.ID,
                false,
                week(random),
                List.of(new Season("season", season, season.plusDays(random.nextInt(4)), week(random))),
                specials(random, middle),
                official,
                known);
    }

    private static WeekPattern week(Random random) {
        Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(4) > 0) {
                week.put(day, windows(random));
            }
        }
        week.put(DayOfWeek.of(1 + random.nextInt(7)), windows(random));
        return new WeekPattern(week);
    }

    private static List<SpecialDay> specials(Random random, LocalDate middle) {
        List<SpecialDay> specials = new ArrayList<>();
        for (int offset = -3; offset <= 3; offset++) {
            DayKind kind = DayKind.values()[random.nextInt(DayKind.values().length)];
            if (random.nextInt(4) == 0) {
                List<Window> windows = kind.isOpen() ? windows(random) : List.of();
                specials.add(new SpecialDay(middle.plusDays(offset), kind, "special", windows));
            }
        }
        return specials;
    }

    /** One to three windows at quarters of an hour, often near midnight and 02:00, where clocks shift. */
    private static List<Window> windows(Random random) {
        int count = 1 + random.nextInt(3);
        List<Integer> quarters = random.ints(0, 97)
                .map(quarter -> random.nextInt(3) == 0 ? quarter % 14 : quarter)
                .distinct()
                .limit(2L * count)
                .sorted()
                .boxed()
                .toList();
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < quarters.size(); i += 2) {
            windows.add(new Window(quarters.get(i) * 900, quarters.get(i + 1) * 900));
        }
        return windows;
    }
}
