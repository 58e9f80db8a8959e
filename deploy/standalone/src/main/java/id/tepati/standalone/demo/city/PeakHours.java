package id.tepati.standalone.demo.city;

import id.tepati.rules.calendar.CalendarDay;
import id.tepati.rules.calendar.Window;
import id.tepati.rules.calendar.WorkCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** When people come: three peaks a day, inside the hours in which they can. Mondays are full, Fridays are not. */
final class PeakHours {
    /** At a counter: after the opening, in the late morning, after the break. */
    static final PeakHours COUNTER = new PeakHours(8.4, 10.3, 13.4);

    /** At home with the telephone: at lunch, after work, in the evening. */
    static final PeakHours TELEPHONE = new PeakHours(12.2, 16.6, 20.2);

    /** At a door that never closes. */
    static final PeakHours DAY_AND_NIGHT = new PeakHours(9.0, 16.0, 20.0);

    private static final int SECONDS_AN_HOUR = 3600;
    private static final double PEAK_HOURS = 0.45;
    private static final double IN_PEAKS = 0.8;
    private static final int USUAL_OPEN_SECONDS = 7 * SECONDS_AN_HOUR;
    private static final int TRIES = 40;

    /** Hours of the day. */
    private final List<Double> peaks;

    private PeakHours(Double... peaks) {
        this.peaks = List.of(peaks);
    }

    /**
     * The arrivals of one date, ascending, in whole seconds.
     *
     * @param perDay how many are usual on a whole open day
     */
    List<Instant> arrivals(WorkCalendar calendar, LocalDate date, double perDay, SeededRandom dice) {
        CalendarDay day = calendar.day(date);
        if (!day.isWorkingDay()) {
            return List.of();
        }
        int open = day.windows().stream()
                .mapToInt(window -> window.toSecond() - window.fromSecond())
                .sum();
        double share = Math.min(1, (double) open / USUAL_OPEN_SECONDS);
        int count = dice.count(perDay * share * ofWeekday(date.getDayOfWeek()));
        return IntStream.range(0, count)
                .map(each -> secondOfDay(day.windows(), dice))
                .sorted()
                .mapToObj(second -> calendar.at(date, second))
                .toList();
    }

    private double ofWeekday(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> 1.25;
            case TUESDAY -> 1.1;
            case WEDNESDAY -> 1;
            case THURSDAY -> 0.95;
            case FRIDAY -> 0.85;
            case SATURDAY, SUNDAY -> 0.7;
        };
    }

    private int secondOfDay(List<Window> windows, SeededRandom dice) {
        for (int tries = 0; tries < TRIES; tries++) {
            int second = dice.chance(IN_PEAKS) ? nearAPeak(dice) : dice.between(0, Window.DAY_END - 1);
            if (windows.stream().anyMatch(window -> window.fromSecond() <= second && second < window.toSecond())) {
                return second;
            }
        }
        return windows.get(0).fromSecond();
    }

    private int nearAPeak(SeededRandom dice) {
        return (int) ((dice.pick(peaks) + PEAK_HOURS * dice.normal()) * SECONDS_AN_HOUR);
    }
}
