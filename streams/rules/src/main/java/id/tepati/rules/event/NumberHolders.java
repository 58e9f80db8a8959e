package id.tepati.rules.event;

import id.tepati.rules.CaseId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which case holds the number of a ticket at which time, where it was issued to several: each from its issue until the
 * next, the first one before its issue too. What came under the number alone belongs to the holder at its time. A void
 * belongs to the holder of the event that it takes back, to each of them where that event came otherwise. A pure function
 * of the issues, immutable.
 */
public final class NumberHolders {
    private static final Comparator<Issue> ISSUE_ORDER =
            Comparator.comparing(Issue::event, CaseEvent.CASE_ORDER).thenComparing(Issue::holder);

    private final List<Issue> issues;

    private record Issue(CaseEvent event, CaseId holder) {}

    private NumberHolders(List<Issue> issues) {
        this.issues = issues;
    }

    /**
     * The holders of a number.
     *
     * @param number the id of the ticket without a case
     * @param cases by id the files of those to which it was issued
     */
    public static NumberHolders of(CaseId number, Map<CaseId, CaseFile> cases) {
        List<Issue> issues = new ArrayList<>();
        cases.forEach(
                (id, file) -> TicketNumber.issues(number, file).forEach(event -> issues.add(new Issue(event, id))));
        issues.sort(ISSUE_ORDER);
        return new NumberHolders(issues);
    }

    /** Of the events that came under the number alone those that belong to a case. */
    public CaseFile share(CaseId holder, CaseFile underNumber) {
        Map<EventIdentity, CaseEvent> happened = new HashMap<>();
        for (CaseEvent event : underNumber.events()) {
            if (event.type() != EventType.EVENT_VOIDED) {
                happened.put(event.identity(), event);
            }
        }
        Predicate<CaseEvent> held = event -> isHolder(holder, event.time());
        return CaseFile.of(underNumber.events().stream()
                .filter(event -> event.type() == EventType.EVENT_VOIDED
                        ? event.voids().map(happened::get).map(held::test).orElse(true)
                        : held.test(event))
                .toList());
    }

    private boolean isHolder(CaseId id, Instant at) {
        Optional<Issue> first = issues.stream().findFirst();
        Optional<Issue> latest = issues.stream()
                .filter(issue -> !issue.event().time().isAfter(at))
                .reduce((former, later) -> later);
        return latest.or(() -> first).filter(issue -> issue.holder().equals(id)).isPresent();
    }
}
