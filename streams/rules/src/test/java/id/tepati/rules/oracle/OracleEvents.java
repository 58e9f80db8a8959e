package id.tepati.rules.oracle;

import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.EventFamily;
import id.tepati.rules.event.EventIdentity;
import id.tepati.rules.event.EventType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which of the received events count, and in what order. */
final class OracleEvents {
    private static final int MAX = 500;
    private static final Set<EventType> OPENING = Set.of(
            EventType.TICKET_BOOKED,
            EventType.TICKET_CHECKED_IN,
            EventType.TICKET_ISSUED,
            EventType.APPLICATION_SUBMITTED,
            EventType.APPLICATION_ACCEPTED,
            EventType.COMPLAINT_RECEIVED);

    private static final Comparator<CaseEvent> BY_RANK_AND_ID = Comparator.<CaseEvent>comparingInt(
                    e -> e.type().ordinal())
            .thenComparing(e -> e.identity().source())
            .thenComparing(e -> e.identity().id());

    /** The order of events in a case. */
    static final Comparator<CaseEvent> IN_ORDER =
            Comparator.comparing(CaseEvent::time).thenComparing(BY_RANK_AND_ID);

    /** An event and the instant at which it counts. */
    record Step(Instant at, CaseEvent event) {}

    private OracleEvents() {}

    /** One event per identity, the first 500. */
    static List<CaseEvent> winners(List<CaseEvent> received) {
        Map<EventIdentity, CaseEvent> winners = new LinkedHashMap<>();
        for (CaseEvent event : received) {
            CaseEvent other = winners.get(event.identity());
            if (other == null || beats(event, other)) {
                winners.put(event.identity(), event);
            }
        }
        return winners.values().stream().sorted(IN_ORDER).limit(MAX).toList();
    }

    /** The winners without voids and what they void. */
    static List<CaseEvent> counting(List<CaseEvent> received) {
        List<CaseEvent> ordered = winners(received);
        Set<EventIdentity> voided = new HashSet<>();
        for (CaseEvent event : ordered) {
            if (event.type() == EventType.EVENT_VOIDED) {
                event.voids().ifPresent(voided::add);
            }
        }
        return ordered.stream()
                .filter(e -> e.type().family() != EventFamily.NONE)
                .filter(e -> !voided.contains(e.identity()))
                .toList();
    }

    private static boolean beats(CaseEvent one, CaseEvent other) {
        int bySequence = one.sequence().compareTo(other.sequence());
        return bySequence != 0 ? bySequence > 0 : one.content().compareTo(other.content()) < 0;
    }

    /** What happened to one family of a case up to an instant; empty without an opening event. */
    static List<Step> steps(List<CaseEvent> counting, EventFamily family, Instant asOf) {
        return steps(counting.stream()
                .filter(e -> e.type().family() == family && !e.time().isAfter(asOf))
                .toList());
    }

    /** What happened to the tickets of a case up to an instant, by service day; days without an opening event left out. */
    static SortedMap<LocalDate, List<Step>> ticketSteps(List<CaseEvent> counting, Instant asOf) {
        SortedMap<LocalDate, List<Step>> days = new TreeMap<>();
        for (CaseEvent any : counting) {
            any.serviceDay()
                    .ifPresent(day -> days.put(
                            day,
                            steps(counting.stream()
                                    .filter(e -> e.serviceDay().equals(Optional.of(day))
                                            && !e.time().isAfter(asOf))
                                    .toList())));
        }
        days.values().removeIf(List::isEmpty);
        return days;
    }

    private static List<Step> steps(List<CaseEvent> past) {
        Optional<CaseEvent> opening =
                past.stream().filter(e -> OPENING.contains(e.type())).findFirst();
        if (opening.isEmpty()) {
            return List.of();
        }
        Instant opened = opening.get().time();
        List<Step> steps = new ArrayList<>();
        for (CaseEvent event : past) {
            steps.add(new Step(event.time().isBefore(opened) ? opened : event.time(), event));
        }
        steps.sort(Comparator.comparing(Step::at).thenComparing(Step::event, BY_RANK_AND_ID));
        return steps;
    }
}
