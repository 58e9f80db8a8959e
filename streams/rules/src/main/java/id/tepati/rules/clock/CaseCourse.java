package id.tepati.rules.clock;

import id.tepati.rules.Times;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.CaseFile;
import id.tepati.rules.event.EventFamily;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the events of a case come to as of an instant: which of them count and when, and how they drive the clocks.
 * A voided event is as if never sent. An event stamped later than {@code asOf} has no effect yet. Events of a family,
 * and of tickets of a service day, stamped before its opening event count as at its instant. A pure function, immutable.
 */
public final class CaseCourse {
    /** The order within a case by the instants at which events count: what was skewed follows the opening. */
    private static final Comparator<Step> STEP_ORDER = Comparator.comparing(Step::at)
            .thenComparing(step -> step.event().type())
            .thenComparing(step -> step.event().identity());

    private final List<Step> steps;
    private final List<ClockRun> runs;
    private final List<CaseEvent> waiting;
    private final Optional<Instant> nextChange;

    /**
     * One event that counts.
     *
     * @param at when it takes effect: its time, or the opening of its life if that is later
     * @param moved the clocks whose course it changed; none means it was without effect (tanpa pengaruh)
     */
    public record Step(CaseEvent event, Instant at, List<ClockKind> moved) {
        /** Whether it bears a time before the opening of its life. */
        public boolean isSkewed() {
            return event.time().isBefore(at);
        }
    }

    /** What an event opens or goes on with: a family of the case, and of its tickets that of one service day. */
    private record Life(EventFamily family, Optional<LocalDate> serviceDay) {
        static Life of(CaseEvent event) {
            return new Life(event.type().family(), event.serviceDay());
        }
    }

    private CaseCourse(List<Step> steps, List<ClockRun> runs, List<CaseEvent> waiting, Optional<Instant> nextChange) {
        this.steps = steps;
        this.runs = runs;
        this.waiting = waiting;
        this.nextChange = nextChange;
    }

    /** Follows the events of a case up to and including an instant. */
    public static CaseCourse of(CaseFile file, TicketRegime.Source regimes, Instant asOf) {
        List<CaseEvent> standing = file.standing();
        int past = 0;
        while (past < standing.size() && !standing.get(past).time().isAfter(asOf)) {
            past++;
        }
        List<CaseEvent> happened = standing.subList(0, past);
        Optional<Instant> next =
                past < standing.size() ? Optional.of(standing.get(past).time()) : Optional.empty();
        Map<Life, Instant> openings = openings(happened);
        ClockWalk others = new ClockWalk();
        TicketWalk tickets = new TicketWalk(regimes);
        List<Step> steps = new ArrayList<>();
        for (Step step : inOrder(happened, openings)) {
            boolean ofTicket = step.event().type().family() == EventFamily.TICKET;
            List<ClockKind> moved =
                    ofTicket ? tickets.follow(step.event(), step.at()) : others.follow(step.event(), step.at());
            steps.add(new Step(step.event(), step.at(), moved));
        }
        Optional<Instant> turn = tickets.passTo(asOf);
        List<ClockRun> runs = new ArrayList<>(tickets.runs());
        runs.addAll(others.runs());
        List<CaseEvent> waiting = steps.size() < happened.size() ? waiting(happened, openings) : List.of();
        Optional<Instant> change = Stream.concat(next.stream(), turn.stream()).min(Comparator.naturalOrder());
        return new CaseCourse(List.copyOf(steps), List.copyOf(runs), waiting, change);
    }

    private static Map<Life, Instant> openings(List<CaseEvent> happened) {
        Map<Life, Instant> openings = new HashMap<>();
        for (CaseEvent event : happened) {
            if (event.type().opens()) {
                openings.putIfAbsent(Life.of(event), event.time());
            }
        }
        return openings;
    }

    private static List<CaseEvent> waiting(List<CaseEvent> happened, Map<Life, Instant> openings) {
        return happened.stream()
                .filter(event -> !openings.containsKey(Life.of(event)))
                .toList();
    }

    private static List<Step> inOrder(List<CaseEvent> happened, Map<Life, Instant> openings) {
        List<Step> steps = new ArrayList<>();
        for (CaseEvent event : happened) {
            Instant opening = openings.get(Life.of(event));
            if (opening != null) {
                Instant at = Times.later(event.time(), opening);
                steps.add(new Step(event, at, List.of()));
            }
        }
        steps.sort(STEP_ORDER);
        return steps;
    }

    /** The events that count, in order of effect. Those of a life without an opening event are not among them. */
    public List<Step> steps() {
        return steps;
    }

    /** Every cycle of every clock, in order of clock, stage and cycle. */
    public List<ClockRun> runs() {
        return runs;
    }

    /** The events of lives whose opening event has not come; they count in no figure until it does. */
    public List<CaseEvent> waiting() {
        return waiting;
    }

    /** Whether there are such events. */
    public boolean isIncomplete() {
        return !waiting.isEmpty();
    }

    /**
     * When it goes on without anything more being learned: an event that is known already takes effect, a wait begins,
     * or a service day ends on a running clock.
     */
    public Optional<Instant> nextChange() {
        return nextChange;
    }
}
