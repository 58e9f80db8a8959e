package id.tepati.standalone.bench;

import id.tepati.contract.event.OutgoingEvent;
import id.tepati.rules.event.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Files of one unit that are decided one after the other, each at an instant fixed before: as soon as the unit's n is
 * above k, the decision number k is part of the figure. Each file is accepted some decisions earlier, so that few are
 * open at a time. Thread-safe.
 */
final class ProbeCases {
    static final String UNIT = "uji-denyut";

    /** Of so many events of a load one is a decision. */
    static final int ONE_OF = 50;

    private static final int AHEAD = 100;
    private static final Duration BEFORE = Duration.ofHours(1);

    private final Instant begin;
    private final Duration apart;
    private final int beats;

    /** The first decision is due at {@code begin}. */
    ProbeCases(Instant begin, Duration apart, int beats) {
        this.begin = begin;
        this.apart = apart;
        this.beats = beats;
    }

    /** What has to come before the first decision. */
    List<OutgoingEvent> firstAcceptances() {
        return IntStream.range(0, Math.min(AHEAD, beats))
                .mapToObj(this::acceptance)
                .toList();
    }

    /** What happens at a place of a load: now and then something of these cases, else the usual. */
    OutgoingEvent among(int place, OutgoingEvent usual) {
        if (place < 0) {
            return usual;
        }
        int beat = place / ONE_OF;
        return switch (place % ONE_OF) {
            case 0 -> decision(beat);
            case 1 -> acceptanceAfter(beat).orElse(usual);
            default -> usual;
        };
    }

    /** What has to come after a decision and before the next, if anything. */
    private Optional<OutgoingEvent> acceptanceAfter(int beat) {
        int ahead = beat + AHEAD;
        return ahead < beats ? Optional.of(acceptance(ahead)) : Optional.empty();
    }

    private OutgoingEvent acceptance(int beat) {
        return event(EventType.APPLICATION_ACCEPTED, beat, begin.minus(BEFORE), Map.of());
    }

    private OutgoingEvent decision(int beat) {
        return event(EventType.APPLICATION_DECIDED, beat, due(beat), Map.of("outcome", "granted"));
    }

    private static OutgoingEvent event(EventType type, int beat, Instant time, Map<String, Object> more) {
        Map<String, Object> data = new LinkedHashMap<>(more);
        data.put("unit", UNIT);
        data.put("service", BenchCity.SERVICE);
        data.put("case", "DENYUT/" + beat);
        return new OutgoingEvent(type, type.shortName() + beat, "urn:uji:denyut", time, null, data);
    }

    /** When a decision is to be sent, whether or not the sender keeps up. */
    Instant due(int beat) {
        return begin.plus(apart.multipliedBy(beat));
    }

    /** Somebody who sees the figure. */
    Observer observer(Latencies latencies) {
        return new Observer(latencies);
    }

    /** Takes down how long after its instant each decision is first seen. Thread-safe. */
    final class Observer {
        private final Latencies latencies;
        private final AtomicInteger seen = new AtomicInteger();

        private Observer(Latencies latencies) {
            this.latencies = latencies;
        }

        /** The unit's n at an instant. */
        void sees(int n, Instant now) {
            int before = seen.getAndAccumulate(n, Math::max);
            for (int beat = before; beat < n; beat++) {
                latencies.add(due(beat), now);
            }
        }

        boolean sawAll() {
            return seen.get() >= beats;
        }
    }
}
