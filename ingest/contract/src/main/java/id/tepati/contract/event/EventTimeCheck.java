package id.tepati.contract.event;

import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.Field;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/**
 * Refuses times and days that can only be mistyped: days are counted one by one, and a ticket of the year 9999 would
 * wait for ever.
 */
final class EventTimeCheck {
    /** What is older bears a mistyped year. */
    static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** How far the day of a ticket may lie from the day of its event: visits are booked up to a year ahead. */
    static final int DAYS_OF_A_TICKET = 366;

    /** How long after its event a limit may lie: some rights are granted for decades. */
    static final int YEARS_OF_A_LIMIT = 100;

    private static final LocalDate FIRST_DAY = LocalDate.ofInstant(EARLIEST, ZoneOffset.UTC);
    private static final Duration AHEAD_AT_MOST = Duration.ofDays(DAYS_OF_A_TICKET);

    private EventTimeCheck() {}

    /**
     * Checks all times that an event states in its data.
     *
     * @param serviceDays gives the service day of its unit that an instant belongs to
     * @throws Refusal at the first that cannot be meant
     */
    static void check(CaseEvent event, Function<Instant, LocalDate> serviceDays) {
        event.appointment().ifPresent(appointment -> checkAppointment(appointment, event.time()));
        event.serviceDay().ifPresent(day -> checkServiceDay(day, serviceDays.apply(event.time())));
        checkLimit(event, Field.PROMISED_AT);
        checkLimit(event, Field.UNTIL);
    }

    /** Refuses an instant before {@link #EARLIEST}. */
    static void refuseEarly(Instant time, String pointer) {
        if (time.isBefore(EARLIEST)) {
            throw new Refusal(RejectCode.TIME_TOO_EARLY, pointer);
        }
    }

    private static void checkAppointment(Instant appointment, Instant time) {
        refuseEarly(appointment, pointer(Field.APPOINTMENT));
        if (Duration.between(time, appointment).compareTo(AHEAD_AT_MOST) > 0) {
            throw Refusal.invalid(
                    pointer(Field.APPOINTMENT), "an appointment at most " + DAYS_OF_A_TICKET + " days after time");
        }
    }

    private static void checkServiceDay(LocalDate day, LocalDate ofTime) {
        refuseEarly(day, pointer(Field.SERVICE_DAY));
        if (Math.abs(ChronoUnit.DAYS.between(ofTime, day)) > DAYS_OF_A_TICKET) {
            throw Refusal.invalid(
                    pointer(Field.SERVICE_DAY), "a day at most " + DAYS_OF_A_TICKET + " days before or after time");
        }
    }

    private static void checkLimit(CaseEvent event, Field field) {
        event.details().get(field).ifPresent(limit -> {
            LocalDate day = limit.indexOf('T') < 0
                    ? LocalDate.parse(limit)
                    : LocalDate.ofInstant(Instant.parse(limit), ZoneOffset.UTC);
            refuseEarly(day, pointer(field));
            LocalDate last = LocalDate.ofInstant(event.time(), ZoneOffset.UTC).plusYears(YEARS_OF_A_LIMIT);
            if (day.isAfter(last)) {
                throw Refusal.invalid(pointer(field), "a limit at most " + YEARS_OF_A_LIMIT + " years after time");
            }
        });
    }

    private static void refuseEarly(LocalDate day, String pointer) {
        if (day.isBefore(FIRST_DAY)) {
            throw new Refusal(RejectCode.TIME_TOO_EARLY, pointer);
        }
    }

    private static String pointer(Field field) {
        return "/data/" + field.wireName();
    }
}
