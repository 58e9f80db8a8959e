package id.tepati.rules.catalogue;

import id.tepati.rules.Published;
import id.tepati.rules.Stage;
import id.tepati.rules.calendar.CalendarId;
import id.tepati.rules.calendar.WorkCalendar;
import id.tepati.rules.clock.ClockKind;
import id.tepati.rules.clock.TicketRegime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What governs a clock that started at some instant, as far as it is known at another: the unit and its zone, the
 * calendar, and the standard in force.
 *
 * @param stages of a visit for the service, in order
 * @param standard null where no standard is in force
 */
public record Terms(
        Unit unit,
        List<Stage> stages,
        CalendarId calendarId,
        WorkCalendar calendar,
        @Nullable Published<Standard> standard)
        implements TicketRegime {

    /** Pemeriksaan berkas takes one working day where the standard says nothing; a policy of this project. */
    private static final Promise DEFAULT_FILE_CHECK =
            new Promise(ClockKind.FILE_CHECK, new Within.WorkingDays(1), null);

    /** The same on a calendar that never closes, where there are no working days. */
    private static final Promise DEFAULT_FILE_CHECK_24_7 =
            new Promise(ClockKind.FILE_CHECK, new Within.CalendarDays(1), null);

    /** Where a promise comes from. */
    public enum Basis {
        /** The standard in force names it. */
        STANDARD,
        /** The standard is silent; the project's policy speaks. */
        POLICY,
        /** There is no standard; the promise is missing. */
        NO_STANDARD
    }

    /** A promise and where it comes from. */
    public record Governing(Promise promise, Basis basis) {}

    @Override
    public Instant endOf(LocalDate serviceDay) {
        return calendar.at(serviceDay.plusDays(1), unit.dayStart().toSecondOfDay());
    }

    /** What is promised for a clock that started at {@code start}; empty where no promise is named at all. */
    public Optional<Governing> governing(ClockKind clock, Stage stage, Instant start) {
        if (standard != null) {
            Optional<Promise> named = standard.content().promise(clock, stage);
            if (named.isPresent()) {
                return Optional.of(new Governing(named.get(), Basis.STANDARD));
            }
        }
        if (clock == ClockKind.FILE_CHECK) {
            boolean neverCloses = calendar.alwaysOpen(calendar.dateOf(start));
            return Optional.of(new Governing(neverCloses ? DEFAULT_FILE_CHECK_24_7 : DEFAULT_FILE_CHECK, Basis.POLICY));
        }
        return standard == null && clock.missedWithoutStandard()
                ? Optional.of(new Governing(new Promise(clock, stage, new Within.Unknown(), null), Basis.NO_STANDARD))
                : Optional.empty();
    }
}
