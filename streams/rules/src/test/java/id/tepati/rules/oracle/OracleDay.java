package id.tepati.rules.oracle;

import id.tepati.rules.ServiceId;
import id.tepati.rules.Stage;
import id.tepati.rules.clock.ClockKind;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.EventType;
import id.tepati.rules.event.Field;
import id.tepati.rules.oracle.OracleClock.Kind;
import id.tepati.rules.oracle.OracleEvents.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One visit with the ticket of a service day. Keeps no state: every question, such as whether a stage had ended, is
 * answered from the list of the day's events anew. Events are named by their place in that list.
 */
final class OracleDay {
    private final LocalDate serviceDay;
    private final Instant end;
    private final List<Stage> order;
    private final Instant asOf;
    private final List<Step> steps;
    private final int left;
    /** How many of the events are of this visit: all until it is found where the next begins. */
    private int count;

    private final List<OracleClock> earlierVisits;
    private final List<OracleClock> clocks = new ArrayList<>();

    /** The first wait in a stage, and the last event that had taken effect when it began. */
    private record Wait(OracleClock clock, int place) {}

    /** A beginning: an instant, and the last event that had taken effect by then. */
    private record Beginning(Instant at, int place) {}

    /**
     * @param order the stages of the service
     * @param steps what is left of the day from the beginning of this visit on
     * @param earlierVisits the clocks of the case's earlier visits
     */
    OracleDay(
            LocalDate serviceDay,
            Instant end,
            List<Stage> order,
            List<Step> steps,
            Instant asOf,
            List<OracleClock> earlierVisits) {
        this.serviceDay = serviceDay;
        this.end = end;
        this.order = order;
        this.steps = steps.stream().filter(step -> step.at().isBefore(end)).toList();
        this.asOf = asOf;
        this.earlierVisits = List.copyOf(earlierVisits);
        this.left = steps.size();
        this.count = this.steps.size();
        this.count = IntStream.range(1, count)
                .filter(this::beginsAnother)
                .findFirst()
                .orElse(count);
    }

    /** The place among the events left of the day at which another visit begins; their number where none does. */
    int nextVisit() {
        return count < steps.size() ? count : left;
    }

    /** Every cycle of every clock of the visit. */
    List<OracleClock> clocks() {
        List<Wait> waits = new ArrayList<>();
        Set<Stage> stages = new LinkedHashSet<>();
        steps.forEach(step -> stages.add(step.event().stage()));
        for (Stage stage : stages) {
            firstWait(stage).ifPresent(waits::add);
            waitAgain(stage);
            serving(stage);
        }
        waits.stream()
                .min(Comparator.comparing((Wait wait) -> wait.clock.start).thenComparing(Wait::place))
                .ifPresent(this::visit);
        return clocks;
    }

    // ---- what the events of the day say

    private Instant at(int place) {
        return steps.get(place).at();
    }

    private boolean is(int place, EventType... types) {
        return List.of(types).contains(steps.get(place).event().type());
    }

    private boolean in(Stage stage, int place) {
        return steps.get(place).event().stage().equals(stage);
    }

    private boolean leaves(int place) {
        return is(place, EventType.TICKET_NO_SHOW, EventType.TICKET_ABANDONED);
    }

    private boolean called(Stage stage, int place) {
        return in(stage, place) && is(place, EventType.TICKET_CALLED);
    }

    private boolean sent(Stage stage, int place) {
        return in(stage, place) && is(place, EventType.TICKET_REQUEUED, EventType.TICKET_TRANSFERRED);
    }

    private boolean touched(Stage stage, int before) {
        return IntStream.range(0, before).anyMatch(place -> in(stage, place));
    }

    /** Whether the event ends a stage: its serving done, or the citizen gone from every stage with any event. */
    private boolean ends(Stage stage, int place) {
        return in(stage, place) && is(place, EventType.TICKET_SERVED) || leaves(place) && touched(stage, place + 1);
    }

    /** Since when a stage has ended, as of before a place; empty while it has not. */
    private Optional<Instant> ended(Stage stage, int before) {
        int lastSent = IntStream.range(0, before)
                .filter(place -> sent(stage, place))
                .max()
                .orElse(-1);
        return IntStream.range(lastSent + 1, before)
                .filter(place -> ends(stage, place))
                .mapToObj(this::at)
                .findFirst();
    }

    /** The first call in the stage or end of it, from a place on; the number of events where there is none. */
    private int over(Stage stage, int from) {
        return IntStream.range(from, count)
                .filter(place -> called(stage, place) || ends(stage, place))
                .findFirst()
                .orElse(count);
    }

    /** With which event no first wait can begin in a stage any more. */
    private int firstWaitOver(Stage stage) {
        int over = over(stage, 0);
        return IntStream.range(0, over)
                .filter(place -> sent(stage, place) && arrival(stage, place).isEmpty())
                .findFirst()
                .orElse(over);
    }

    private Optional<Integer> arrival(Stage stage, int before) {
        return first(stage, EventType.TICKET_CHECKED_IN, before)
                .or(() -> first(stage, EventType.TICKET_ISSUED, before));
    }

    private Optional<Integer> first(Stage stage, EventType type, int before) {
        return IntStream.range(0, before)
                .filter(place -> in(stage, place) && is(place, type))
                .boxed()
                .findFirst();
    }

    /** Whether somebody was served, where the stage had not ended before. */
    private boolean served(int place) {
        return is(place, EventType.TICKET_SERVED)
                && ended(steps.get(place).event().stage(), place).isEmpty();
    }

    private Optional<Instant> lastServed(int before) {
        return IntStream.range(0, before)
                .filter(this::served)
                .mapToObj(this::at)
                .reduce((one, later) -> later);
    }

    private boolean booked(int before) {
        return IntStream.range(0, before).anyMatch(place -> is(place, EventType.TICKET_BOOKED));
    }

    private Optional<Instant> appointment(int before) {
        return IntStream.range(0, before)
                .filter(place -> is(place, EventType.TICKET_BOOKED, EventType.TICKET_ISSUED))
                .mapToObj(place -> steps.get(place).event().appointment())
                .flatMap(Optional::stream)
                .reduce((one, later) -> later);
    }

    // ---- waiting

    private Optional<Wait> firstWait(Stage stage) {
        int over = firstWaitOver(stage);
        boolean called = over < count && called(stage, over);
        Optional<Integer> arrival = arrival(stage, over);
        Optional<Beginning> begun = arrival.flatMap(place -> beginning(stage, place, over));
        if (begun.isEmpty() && !called) {
            return Optional.empty();
        }
        Beginning from =
                begun.orElseGet(() -> new Beginning(arrival.isPresent() ? at(over) : unannounced(stage, over), over));
        OracleClock clock = begin(ClockKind.WAITING, stage, arrival.orElse(over), from.at);
        if (over < count) {
            clock.move(at(over), called ? Kind.STOP : Kind.CANCEL);
        }
        endWithTheVisit(clock);
        return Optional.of(new Wait(clock, from.place));
    }

    /** When the wait of somebody who had arrived began: the first time that nothing held it back any more. */
    private Optional<Beginning> beginning(Stage stage, int arrival, int over) {
        for (int before = arrival + 1; before <= over; before++) {
            Instant next = before < count ? at(before) : asOf;
            Optional<Instant> start = notBefore(stage, arrived(arrival, before), before);
            if (start.isPresent() && !start.get().isAfter(next) && start.get().isBefore(end)) {
                return Optional.of(new Beginning(start.get(), before - 1));
            }
        }
        return Optional.empty();
    }

    /** Since when somebody waited whose arrival was never told, up to a call. */
    private Instant unannounced(Stage stage, int call) {
        Optional<Instant> came = lastServed(call).or(() -> booked(call) ? appointment(call) : Optional.empty());
        return notBefore(stage, came, call)
                .filter(instant -> !instant.isAfter(at(call)))
                .orElse(at(call));
    }

    /** A check-in counts at once; where something was booked a number counts once the citizen is known to be there. */
    private Optional<Instant> arrived(int arrival, int before) {
        if (!booked(before) || is(arrival, EventType.TICKET_CHECKED_IN)) {
            return Optional.of(at(arrival));
        }
        return IntStream.range(0, before)
                .filter(place -> is(place, EventType.TICKET_CHECKED_IN, EventType.TICKET_CALLED))
                .mapToObj(place -> later(at(place), at(arrival)))
                .findFirst();
    }

    /** The start, held back by the appointment and the earlier stages; empty while one of those has not ended. */
    private Optional<Instant> notBefore(Stage stage, Optional<Instant> came, int before) {
        Optional<Instant> start = came;
        Optional<Instant> appointment = appointment(before);
        if (appointment.isPresent()) {
            start = start.map(instant -> later(instant, appointment.get()));
        }
        for (Stage earlier : order.subList(0, Math.max(0, order.indexOf(stage)))) {
            if (touched(earlier, before)) {
                Optional<Instant> ended = ended(earlier, before);
                start = start.flatMap(instant -> ended.map(other -> later(instant, other)));
            }
        }
        return start;
    }

    /** From each sending back or on after the first wait, unless such a wait runs. */
    private void waitAgain(Stage stage) {
        int running = firstWaitOver(stage) - 1;
        for (int place = running + 1; place < count; place++) {
            if (!sent(stage, place) || place <= running) {
                continue;
            }
            running = over(stage, place + 1);
            OracleClock clock = begin(ClockKind.RE_WAITING, stage, place, at(place));
            if (running < count) {
                clock.move(at(running), called(stage, running) ? Kind.STOP : Kind.CANCEL);
            }
            endWithTheVisit(clock);
        }
    }

    // ---- serving and visit

    private void serving(Stage stage) {
        int busyUntil = -1;
        for (int place = 0; place < count; place++) {
            boolean starts = called(stage, place) && ended(stage, place).isEmpty() && place > busyUntil;
            if (starts) {
                OracleClock clock = begin(ClockKind.SERVING, stage, place, at(place));
                busyUntil = serve(clock, place);
                endWithTheVisit(clock);
            }
        }
    }

    /** The place at which the serving that a call began is over. */
    private int serve(OracleClock clock, int call) {
        Stage stage = clock.stage;
        for (int place = call + 1; place < count; place++) {
            boolean here = in(stage, place);
            if (here && is(place, EventType.TICKET_PARKED)) {
                clock.move(at(place), Kind.PAUSE);
            } else if (here && is(place, EventType.TICKET_CALLED)) {
                clock.move(at(place), Kind.RESUME);
            } else if (here && is(place, EventType.TICKET_SERVED)) {
                clock.move(at(place), Kind.STOP);
            } else if (leaves(place)
                    || here && is(place, EventType.TICKET_TRANSFERRED)
                    || here && is(place, EventType.TICKET_REQUEUED) && !clock.paused()) {
                clock.move(at(place), Kind.CANCEL);
            }
            if (clock.ended()) {
                return place;
            }
        }
        return count;
    }

    private void visit(Wait first) {
        OracleClock clock = begin(ClockKind.VISIT, Stage.MAIN, placeOf(first.clock), first.clock.start);
        Stage last = order.get(order.size() - 1);
        for (int place = first.place + 1; place < count; place++) {
            if (leaves(place)) {
                clock.move(at(place), Kind.CANCEL);
            } else if (in(last, place) && served(place)) {
                clock.move(at(place), Kind.STOP);
            }
        }
        Optional<Instant> served = lastServed(count).filter(at -> !at.isBefore(clock.start));
        if (served.isPresent() && (count < steps.size() || !asOf.isBefore(end))) {
            clock.move(served.get(), Kind.STOP);
        }
        endWithTheVisit(clock);
    }

    private int placeOf(OracleClock clock) {
        return IntStream.range(0, count)
                .filter(place -> steps.get(place).event().equals(clock.startedBy))
                .findFirst()
                .orElseThrow();
    }

    // ---- any clock

    /** A cycle for the service of its event; a wait that a transfer began is for the service it names. */
    private OracleClock begin(ClockKind kind, Stage stage, int startedBy, Instant start) {
        CaseEvent event = steps.get(startedBy).event();
        ServiceId service = kind == ClockKind.RE_WAITING && event.type() == EventType.TICKET_TRANSFERRED
                ? event.details().get(Field.TO_SERVICE).map(ServiceId::new).orElse(event.service())
                : event.service();
        long number = Stream.concat(earlierVisits.stream(), clocks.stream())
                .filter(other -> other.kind == kind && other.stage.equals(stage))
                .count();
        OracleClock clock = new OracleClock(kind, stage, service, 1 + (int) number, start, event, serviceDay);
        clocks.add(clock);
        return clock;
    }

    private void endWithTheVisit(OracleClock clock) {
        if (count < steps.size()) {
            clock.move(at(count), Kind.CANCEL);
        } else if (!asOf.isBefore(end)) {
            clock.move(end, Kind.DAY_OVER);
        }
    }

    // ---- where another visit begins

    private boolean beginsAnother(int place) {
        Stage last = order.get(order.size() - 1);
        boolean over = ended(last, place).isPresent()
                || leftFor(place)
                || calledLast(last, place)
                        && first(steps.get(place).event().stage(), EventType.TICKET_ISSUED, place)
                                .isPresent();
        return is(place, EventType.TICKET_ISSUED)
                && over
                && IntStream.range(0, place)
                        .mapToObj(before -> steps.get(before).event().stage())
                        .noneMatch(stage -> awaited(stage, place));
    }

    /** Whether somebody waits, or is to, in a stage before an event. */
    private boolean awaited(Stage stage, int before) {
        boolean first = arrival(stage, before).isPresent() && firstWaitOver(stage) >= before;
        return first
                || IntStream.range(0, before)
                        .anyMatch(place -> sentAgain(stage, place) && over(stage, place + 1) >= before);
    }

    /** Whether the citizen left, and was not sent into a queue since. */
    private boolean leftFor(int before) {
        return IntStream.range(0, before)
                .filter(this::leaves)
                .anyMatch(left -> IntStream.range(left, before)
                        .noneMatch(place -> sentAgain(steps.get(place).event().stage(), place)));
    }

    /** Whether the stage was called since its ticket was last sent there. */
    private boolean calledLast(Stage stage, int before) {
        return IntStream.range(0, before)
                .filter(place -> called(stage, place))
                .anyMatch(call -> IntStream.range(call, before).noneMatch(place -> sentAgain(stage, place)));
    }

    /** Whether the event sends a ticket back or on whose first wait in the stage does not go on. */
    private boolean sentAgain(Stage stage, int place) {
        return sent(stage, place) && firstWaitOver(stage) <= place;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
