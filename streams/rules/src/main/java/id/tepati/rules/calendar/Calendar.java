package id.tepati.rules.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * A calendar as the catalogue describes it. A special day wins over a season, a season over the week.
 *
 * @param alwaysOpen open day and night; then week, seasons and days are empty and both until-dates
 *     {@link LocalDate#MAX}
 * @param officialUntil last date whose days are official
 * @param provisionalUntil last date whose days are known at all; those after {@code officialUntil} are a forecast
 */
public record Calendar(
        CalendarId id,
        boolean alwaysOpen,
        WeekPattern week,
        List<Season> seasons,
        List<SpecialDay> days,
        LocalDate officialUntil,
        LocalDate provisionalUntil) {

    /**
     * Sorts seasons and days by date.
     *
     * @throws IllegalArgumentException where seasons overlap, a date is listed twice, the until-dates are the
     *     wrong way round, or the calendar could never open
     */
    public Calendar {
        seasons = seasons.stream().sorted(Comparator.comparing(Season::from)).toList();
        days = days.stream().sorted(Comparator.comparing(SpecialDay::date)).toList();
        rejectOverlaps(seasons);
        rejectRepeats(days);
        if (officialUntil.isAfter(provisionalUntil)) {
            throw new IllegalArgumentException(
                    "officialUntil " + officialUntil + " is after provisionalUntil " + provisionalUntil);
        }
        boolean plain = week.isEmpty() && seasons.isEmpty() && days.isEmpty();
        if (alwaysOpen && !(plain && officialUntil.equals(LocalDate.MAX))) {
            throw new IllegalArgumentException("a 24/7 calendar has no week, seasons, days or until-dates: " + id);
        }
        if (!alwaysOpen && !everOpens(week, seasons, days)) {
            throw new IllegalArgumentException("calendar " + id + " never opens: give its week a window");
        }
    }

    /** One that is open day and night. */
    public static Calendar alwaysOpen(CalendarId id) {
        return new Calendar(id, true, WeekPattern.CLOSED, List.of(), List.of(), LocalDate.MAX, LocalDate.MAX);
    }

    /** What it says of a date, whether or not it governs it. */
    CalendarDay on(LocalDate date) {
        if (date.isAfter(provisionalUntil)) {
            return new CalendarDay(date, Certainty.UNKNOWN, List.of(), "");
        }
        Certainty certainty = date.isAfter(officialUntil) ? Certainty.PROVISIONAL : Certainty.OFFICIAL;
        if (alwaysOpen) {
            return new CalendarDay(date, certainty, List.of(Window.ALL_DAY), "");
        }
        for (SpecialDay day : days) {
            if (day.date().equals(date)) {
                return new CalendarDay(date, certainty, day.windows(), day.name());
            }
        }
        for (Season season : seasons) {
            if (season.contains(date)) {
                return new CalendarDay(date, certainty, season.week().on(date.getDayOfWeek()), season.name());
            }
        }
        return new CalendarDay(date, certainty, week.on(date.getDayOfWeek()), "");
    }

    private static void rejectOverlaps(List<Season> seasons) {
        for (int i = 1; i < seasons.size(); i++) {
            if (seasons.get(i - 1).overlaps(seasons.get(i))) {
                throw new IllegalArgumentException("seasons must not overlap: "
                        + seasons.get(i - 1).name() + " and " + seasons.get(i).name());
            }
        }
    }

    private static void rejectRepeats(List<SpecialDay> days) {
        for (int i = 1; i < days.size(); i++) {
            if (days.get(i - 1).date().equals(days.get(i).date())) {
                throw new IllegalArgumentException("the date " + days.get(i).date() + " is listed twice: "
                        + days.get(i - 1).name() + " and " + days.get(i).name());
            }
        }
    }

    private static boolean everOpens(WeekPattern week, List<Season> seasons, List<SpecialDay> days) {
        return !week.isEmpty()
                || seasons.stream().anyMatch(season -> !season.week().isEmpty())
                || days.stream().anyMatch(day -> day.kind().isOpen());
    }
}
