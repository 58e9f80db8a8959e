package id.tepati.rules.tally;

import id.tepati.rules.calendar.DayReach;
import id.tepati.rules.calendar.WorkCalendar;
import id.tepati.rules.catalogue.KnownTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When the figures of a day settle and are final: until then they are <i>sementara</i>, what changes afterwards is
 * restated.
 */
public final class Settling {
    private static final int NOON = LocalTime.NOON.toSecondOfDay();

    private Settling() {}

    /**
     * 12:00 local of the next working day. Empty where the calendar is not known that far: then the day stays open.
     */
    public static Optional<Instant> settlesAt(LocalDate day, WorkCalendar calendar) {
        return calendar.workingDay(day, 1, none -> false) instanceof DayReach.At next
                ? Optional.of(calendar.at(next.date(), NOON))
                : Optional.empty();
    }

    /** The same by the calendar that governs a unit and service on that day, as far as it is known. */
    public static Optional<Instant> settlesAt(LocalDate day, KnownTerms known) {
        // an instant of that date in every zone less than twelve hours ahead of UTC
        Instant within = day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        return settlesAt(day, known.inForceAt(within).calendar());
    }

    /** Whether a day has settled by an instant. */
    public static boolean isSettled(LocalDate day, KnownTerms known, Instant at) {
        return !at.isBefore(earliest(day))
                && settlesAt(day, known).filter(settles -> !settles.isAfter(at)).isPresent();
    }

    /** No zone is more than fourteen hours ahead of UTC, so that no day settles earlier; told without a calendar. */
    private static Instant earliest(LocalDate day) {
        // as instants, for the last date of all has no next one
        return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.ofHours(14)).plus(1, ChronoUnit.DAYS);
    }
}
