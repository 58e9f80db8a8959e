package id.tepati.rules.oracle;

import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.EventFamily;
import id.tepati.rules.event.EventType;
import id.tepati.rules.event.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which case is judged by which events, worked out for each event from all that was received: those that came under the
 * number of a ticket are of the case with the latest issue of it, of the first one where none came before.
 */
public final class OracleNumbers {
    private final SortedMap<String, List<CaseEvent>> files = new TreeMap<>();
    private final List<Issue> issues = new ArrayList<>();

    /** That the number of a ticket was given to a case. */
    private record Issue(String ticket, String caseId, CaseEvent event) {}

    private OracleNumbers(Map<String, List<CaseEvent>> received) {
        received.forEach((caseId, events) -> files.put(caseId, OracleEvents.winners(events)));
        files.forEach((caseId, file) -> OracleEvents.counting(file).stream()
                .filter(event -> event.type() == EventType.TICKET_ISSUED)
                .map(event -> new Issue(ticket(event), caseId, event))
                .filter(issue -> !issue.ticket.equals(caseId))
                .forEach(issues::add));
    }

    /** The events by which each case is judged, by the events that were received for each; without cases that have none. */
    public static SortedMap<String, List<CaseEvent>> judged(Map<String, List<CaseEvent>> received) {
        OracleNumbers numbers = new OracleNumbers(received);
        SortedMap<String, List<CaseEvent>> judged = new TreeMap<>();
        numbers.files.forEach((caseId, file) -> {
            for (CaseEvent event : file) {
                for (String home : numbers.homes(caseId, event)) {
                    judged.computeIfAbsent(home, absent -> new ArrayList<>()).add(event);
                }
            }
        });
        return judged;
    }

    private static String ticket(CaseEvent issue) {
        String number = issue.details().get(Field.NUMBER).orElseThrow() + "-"
                + issue.serviceDay().orElseThrow();
        return issue.details().get(Field.LANE).map(lane -> lane + "-" + number).orElse(number);
    }

    private List<String> homes(String caseId, CaseEvent event) {
        List<Issue> given = issues.stream()
                .filter(issue -> issue.ticket.equals(caseId))
                .filter(issue -> issues.stream().noneMatch(other -> other.ticket.equals(issue.caseId)))
                .sorted((one, other) -> OracleEvents.IN_ORDER.compare(one.event, other.event))
                .toList();
        boolean ofTicket =
                files.get(caseId).stream().anyMatch(other -> other.type().family() == EventFamily.TICKET);
        if (given.isEmpty() || !ofTicket) {
            return List.of(caseId);
        }
        Optional<CaseEvent> about = event.type() == EventType.EVENT_VOIDED ? target(caseId, event) : Optional.of(event);
        if (about.isEmpty()) {
            return given.stream().map(Issue::caseId).distinct().toList();
        }
        Issue latest = given.get(0);
        for (Issue issue : given) {
            if (!issue.event.time().isAfter(about.get().time())) {
                latest = issue;
            }
        }
        return List.of(latest.caseId);
    }

    private Optional<CaseEvent> target(String caseId, CaseEvent voiding) {
        return files.get(caseId).stream()
                .filter(event -> event.type() != EventType.EVENT_VOIDED)
                .filter(event -> voiding.voids().equals(Optional.of(event.identity())))
                .findFirst();
    }
}
