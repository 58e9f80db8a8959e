package id.tepati.standalone.bench;

import id.tepati.contract.event.OutgoingEvent;
import id.tepati.rules.event.EventType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * One day of the cases of {@link EventLoad}, in the order in which things happen: who comes from 07:00 to 14:00 local is
 * called, served, decided or answered by 20:00 or never, some in time and some late. At 20:00 every {@link PlainPromise}
 * of the day is kept or broken, so that the figures no longer depend on when they are asked for. The same arguments give
 * the same events.
 */
final class DayLoad {
    /** No sooner on its day may the load be sent. */
    static final LocalTime OVER = LocalTime.of(20, 0);

    private static final LocalTime OPENS = LocalTime.of(7, 0);
    private static final Duration COMING = Duration.ofHours(7);
    private static final Duration AT_LEAST = Duration.ofMinutes(1);
    private static final int NEVER_ONE_IN = 25;
    private static final Map<EventType, Duration> AT_MOST = Map.of(
            EventType.TICKET_CALLED, Duration.ofMinutes(45),
            EventType.TICKET_SERVED, Duration.ofMinutes(40),
            EventType.APPLICATION_ACCEPTED, Duration.ofMinutes(80),
            EventType.APPLICATION_DECIDED, Duration.ofMinutes(240),
            EventType.COMPLAINT_RESPONDED, Duration.ofMinutes(120),
            EventType.COMPLAINT_CLOSED, Duration.ofMinutes(200));
    private static final int PLACE_BITS = 32;

    private final EventLoad cases;
    private final Instant midnight;
    private final long[] order;
    private int begun;

    /** So many events of so many units of {@link BenchCity}. */
    DayLoad(int units, int events, LocalDate day, ZoneOffset zone) {
        this.midnight = day.atStartOfDay().toInstant(zone);
        this.cases = new EventLoad(units, midnight);
        this.order = order(events);
    }

    /** Milliseconds of the day and then the place of each step, so that they sort by time. */
    private long[] order(int events) {
        long[] steps = new long[events];
        for (int count = 0; count < events; begun++) {
            SplittableRandom chance = new SplittableRandom(begun);
            long millis = OPENS.toSecondOfDay() * 1_000L + chance.nextLong(COMING.toMillis());
            for (int step = 0; step < EventLoad.EVENTS_A_CASE && count < events; step++) {
                if (step > 0 && chance.nextInt(NEVER_ONE_IN) == 0) {
                    break;
                }
                millis += step == 0 ? 0 : delay(begun, step, chance);
                steps[count++] = (millis << PLACE_BITS) | ((long) begun * EventLoad.EVENTS_A_CASE + step);
            }
        }
        Arrays.sort(steps);
        return steps;
    }

    private static long delay(int number, int step, SplittableRandom chance) {
        Duration atMost = Objects.requireNonNull(AT_MOST.get(EventLoad.type(number, step)));
        return chance.nextLong(AT_LEAST.toMillis(), atMost.toMillis());
    }

    /** All of them. */
    Stream<OutgoingEvent> events() {
        return LongStream.of(order).mapToObj(at -> {
            int place = (int) at;
            return cases.of(
                    place / EventLoad.EVENTS_A_CASE,
                    place % EventLoad.EVENTS_A_CASE,
                    midnight.plusMillis(at >>> PLACE_BITS));
        });
    }

    /** What goes on afterwards, in other cases. */
    OutgoingEvent afterwards(int place, Instant time) {
        return cases.at(EventLoad.placeAfter(begun) + place, time);
    }
}
