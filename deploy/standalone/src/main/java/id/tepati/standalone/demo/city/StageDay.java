package id.tepati.standalone.demo.city;

import id.tepati.rules.Times;
import id.tepati.rules.event.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;

/** One stage on one service day: its counters take who is next, as long as numbers are called. */
final class StageDay {
    private static final double SPREAD = 0.4;
    private static final double NO_SHOW = 0.03;
    private static final double PARKED = 0.015;
    private static final double SENT_BACK = 0.01;
    private static final double LONGEST_WAIT_MINUTES = 110;
    private static final double SPREAD_OF_LONGEST_WAIT = 0.35;

    private final StagePlan stage;
    private final OfficeQuality quality;
    private final CallingHours hours;
    private final SeededRandom dice;

    StageDay(StagePlan stage, OfficeQuality quality, CallingHours hours, SeededRandom dice) {
        this.stage = stage;
        this.quality = quality;
        this.hours = hours;
        this.dice = dice;
    }

    /** A counter and when it can call the next number. */
    private record Counter(int number, Instant free) {}

    /** When the counter is free again, and whether who was called waits for the same stage once more. */
    private record Turn(Instant free, boolean waitsAgain) {
        static Turn over(Instant free) {
            return new Turn(free, false);
        }
    }

    /** Serves those who wait for the stage; who was served waits for the next one, who was not leaves. */
    void serve(List<Visitor> visitors) {
        PriorityQueue<Counter> counters = counters();
        List<Visitor> waiting = new ArrayList<>(
                visitors.stream().filter(visitor -> visitor.ready() != null).toList());
        while (!waiting.isEmpty()) {
            Counter counter = counters.remove();
            Optional<Instant> call = hours.next(Times.later(counter.free, earliest(waiting)));
            if (call.isEmpty()) {
                waiting.forEach(Visitor::leave);
                return;
            }
            Visitor next = next(waiting, call.get());
            waiting.remove(next);
            Turn turn = attend(next, call.get(), counter);
            counters.add(new Counter(counter.number, turn.free));
            if (turn.waitsAgain) {
                waiting.add(next);
            }
        }
    }

    private PriorityQueue<Counter> counters() {
        PriorityQueue<Counter> counters =
                new PriorityQueue<>(Comparator.comparing(Counter::free).thenComparingInt(Counter::number));
        for (int number = 1; number <= stage.counters(); number++) {
            counters.add(new Counter(number, hours.opening().plus(minutes(quality.opensLate() * dice.factor(SPREAD)))));
        }
        return counters;
    }

    private static Instant earliest(List<Visitor> waiting) {
        return waiting.stream()
                .map(StageDay::ready)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Visitor next(List<Visitor> waiting, Instant call) {
        return waiting.stream()
                .filter(visitor -> !ready(visitor).isAfter(call))
                .min(Comparator.comparing(Visitor::first)
                        .reversed()
                        .thenComparing(StageDay::ready)
                        .thenComparingInt(Visitor::place))
                .orElseThrow();
    }

    /** What happens when it is the turn of a number. */
    private Turn attend(Visitor visitor, Instant call, Counter counter) {
        Instant gaveUp = ready(visitor).plus(minutes(LONGEST_WAIT_MINUTES * dice.factor(SPREAD_OF_LONGEST_WAIT)));
        if (gaveUp.isBefore(call)) {
            visitor.add(EventType.TICKET_ABANDONED, gaveUp, stage);
            visitor.leave();
            return Turn.over(counter.free);
        }
        Map<String, String> at = Map.of("counter", String.valueOf(counter.number));
        visitor.add(EventType.TICKET_CALLED, call, stage, at);
        if (dice.chance(NO_SHOW)) {
            visitor.add(EventType.TICKET_RECALLED, call.plusSeconds(60), stage, at);
            visitor.add(EventType.TICKET_NO_SHOW, call.plusSeconds(180), stage);
            visitor.leave();
            return Turn.over(call.plusSeconds(180));
        }
        if (dice.chance(SENT_BACK)) {
            return sentBack(visitor, call.plusSeconds(90));
        }
        return Turn.over(served(visitor, call, at));
    }

    /** At a desk that has another to go to it is passed on, in a clinic put back into the queue. */
    private Turn sentBack(Visitor visitor, Instant at) {
        visitor.add(stage.isOnly() ? EventType.TICKET_TRANSFERRED : EventType.TICKET_REQUEUED, at, stage);
        visitor.waitFrom(at);
        return new Turn(at, true);
    }

    private Instant served(Visitor visitor, Instant call, Map<String, String> at) {
        Instant begun = call;
        if (dice.chance(PARKED)) {
            Instant parked = call.plusSeconds(150);
            begun = parked.plus(minutes(12));
            visitor.add(EventType.TICKET_PARKED, parked, stage, Map.of("reason", "fotokopi"));
            visitor.add(EventType.TICKET_CALLED, begun, stage, at);
        }
        Instant done = begun.plus(minutes(stage.minutes() * quality.slowness() * dice.factor(SPREAD)));
        visitor.add(EventType.TICKET_SERVED, done, stage);
        visitor.waitFrom(done);
        return done;
    }

    private static Instant ready(Visitor visitor) {
        return Objects.requireNonNull(visitor.ready(), "who has left does not wait");
    }

    private static Duration minutes(double minutes) {
        return Duration.ofSeconds(Math.round(minutes * 60));
    }
}
