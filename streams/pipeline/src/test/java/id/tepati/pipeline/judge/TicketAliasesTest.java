package id.tepati.pipeline.judge;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.contract.event.Sha256;
import id.tepati.pipeline.state.Section;
import id.tepati.rules.CaseId;
import id.tepati.rules.CaseKey;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.CaseFile;
import id.tepati.rules.event.Details;
import id.tepati.rules.event.EventIdentity;
import id.tepati.rules.event.EventType;
import id.tepati.rules.event.Field;
import id.tepati.rules.event.Sequence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

/** A case as {@code K1}, a ticket as {@code A1}: the case of a ticket without a case is named by number and day. */
final class TicketAliasesTest {
    private static final UnitId UNIT = new UnitId("dinas-melati");
    private static final Instant NINE = Instant.parse("2026-11-21T02:00:00Z");
    private static final String DAY = "2026-11-21";
    private static final String A1 = "A1-" + DAY;
    private static final String A2 = "A2-" + DAY;
    private static final List<String> CASES = List.of("K1", "K2", A1, A2);

    /**
     * An event that comes to a case.
     *
     * @param number of the ticket
     * @param minute when it happened
     * @param takenBack whether what came is the void of it
     */
    private record Arrival(String caseId, EventType type, String number, int minute, boolean takenBack) {
        Arrival(String caseId, EventType type, String number, int minute) {
            this(caseId, type, number, minute, false);
        }

        Arrival at(int other) {
            return new Arrival(caseId, type, number, other, takenBack);
        }

        Arrival voided() {
            return new Arrival(caseId, type, number, minute, true);
        }
    }

    /** Events by case, the claims that a task would remember, and what the aliases said on the way. */
    private static final class Task {
        private final Map<String, List<CaseEvent>> events = new LinkedHashMap<>();
        private final NumberClaims numbers = new NumberClaims(
                new Section(Stores.inMemoryKeyValueStore("state").get(), Section.Of.NUMBERS));
        private TicketAliases last;

        Task take(Arrival... arrivals) {
            return take(List.of(arrivals));
        }

        Task take(List<Arrival> arrivals) {
            arrivals.forEach(this::add);
            return this;
        }

        private void add(Arrival arrival) {
            CaseFile before = file(arrival.caseId);
            CaseEvent event = event(arrival);
            List<CaseEvent> own = events.computeIfAbsent(arrival.caseId, absent -> new ArrayList<>());
            if (!own.contains(event)) {
                own.add(event);
            }
            last = aliases(arrival.caseId, before);
            last.changedClaims().forEach(numbers::put);
        }

        private TicketAliases aliases(String changed, CaseFile before) {
            return new TicketAliases(key -> file(key.id().value()), numbers, key(changed), before, file(changed));
        }

        CaseFile file(String caseId) {
            return CaseFile.of(events.getOrDefault(caseId, List.of()));
        }

        /** What a case is judged by according to a task that has nothing to change. */
        CaseFile judged(String caseId) {
            return aliases(caseId, file(caseId)).judged(key(caseId));
        }
    }

    /** The rule again, worked out from all events at once. */
    private record NaiveAliases(Task task) {
        /** Which cases say that a ticket is theirs: those with an issue of its number that was not taken back. */
        Set<String> claimants(String ticket) {
            Set<String> claimants = new TreeSet<>();
            task.events.forEach((caseId, events) -> {
                if (!caseId.equals(ticket)
                        && events.stream().anyMatch(event -> isIssue(event, ticket) && !isVoided(event, events))) {
                    claimants.add(caseId);
                }
            });
            return claimants;
        }

        private static boolean isIssue(CaseEvent event, String ticket) {
            return event.type() == EventType.TICKET_ISSUED
                    && (event.details().values().get(Field.NUMBER) + "-" + DAY).equals(ticket);
        }

        private static boolean isVoided(CaseEvent event, List<CaseEvent> events) {
            return events.stream()
                    .anyMatch(other -> other.type() == EventType.EVENT_VOIDED
                            && event.type() != EventType.EVENT_VOIDED
                            && other.details()
                                    .values()
                                    .get(Field.VOIDS_ID)
                                    .equals(event.identity().id().toString()));
        }

        boolean holds(String caseId, String ticket) {
            return claimants(ticket).contains(caseId) && claimants(caseId).isEmpty();
        }

        CaseFile judged(String caseId) {
            if (CASES.stream().anyMatch(other -> holds(other, caseId))) {
                return task.file(caseId).hasTicket() ? CaseFile.EMPTY : task.file(caseId);
            }
            List<CaseEvent> events = new ArrayList<>(task.events.getOrDefault(caseId, List.of()));
            for (String ticket : CASES) {
                if (holds(caseId, ticket) && task.file(ticket).hasTicket()) {
                    task.events.get(ticket).stream()
                            .filter(event -> isOf(caseId, ticket, event))
                            .forEach(events::add);
                }
            }
            return CaseFile.of(events);
        }

        /** Whether an event of a ticket is of a case: that of the last issue by then, else that of the first of all. */
        private boolean isOf(String caseId, String ticket, CaseEvent event) {
            CaseEvent about = event;
            if (event.type() == EventType.EVENT_VOIDED) {
                Optional<CaseEvent> target = task.events.get(ticket).stream()
                        .filter(other -> isVoided(other, List.of(event)))
                        .findFirst();
                if (target.isEmpty()) {
                    return true;
                }
                about = target.get();
            }
            String holder = null;
            for (Map.Entry<CaseEvent, String> issue : issues(ticket).entrySet()) {
                if (holder == null || !issue.getKey().time().isAfter(about.time())) {
                    holder = issue.getValue();
                }
            }
            return caseId.equals(holder);
        }

        /** The issues of a ticket to its holders, the earliest first. */
        private Map<CaseEvent, String> issues(String ticket) {
            Map<CaseEvent, String> issues = new TreeMap<>(Comparator.comparing(CaseEvent::time)
                    .thenComparing(issue -> issue.identity().id()));
            task.events.forEach((caseId, events) -> events.stream()
                    .filter(event -> holds(caseId, ticket) && isIssue(event, ticket) && !isVoided(event, events))
                    .forEach(event -> issues.put(event, caseId)));
            return issues;
        }
    }

    @Test
    void aCaseIsJudgedByWhatCameUnderTheNumberThatWasIssuedToIt() {
        Task task = new Task().take(issue("K1", "A1"), call(A1, "A1"));

        assertThat(task.judged("K1").events()).containsExactly(event(issue("K1", "A1")), event(call(A1, "A1")));
        assertThat(task.judged(A1)).isEqualTo(CaseFile.EMPTY);
    }

    @Test
    void aCallBelongsToTheLatestIssueBeforeIt() {
        Task task = new Task()
                .take(
                        issue("K1", "A1"),
                        issue("K2", "A1").at(300),
                        call(A1, "A1").at(20),
                        call(A1, "A1").at(299),
                        call(A1, "A1").at(300),
                        call(A1, "A1").at(350));

        assertThat(task.judged("K1").events())
                .containsExactly(
                        event(issue("K1", "A1")),
                        event(call(A1, "A1").at(20)),
                        event(call(A1, "A1").at(299)));
        assertThat(task.judged("K2").events())
                .containsExactly(
                        event(issue("K2", "A1").at(300)),
                        event(call(A1, "A1").at(300)),
                        event(call(A1, "A1").at(350)));
        assertThat(task.judged(A1)).isEqualTo(CaseFile.EMPTY);
    }

    @Test
    void anEarlierIssueThatComesLaterTakesTheEventsBeforeTheOther() {
        Task task = new Task()
                .take(
                        issue("K2", "A1").at(300),
                        call(A1, "A1").at(20),
                        call(A1, "A1").at(350));

        assertThat(task.judged("K2").events()).hasSize(3);

        task.take(issue("K1", "A1"));

        assertThat(task.judged("K1").events())
                .containsExactly(event(issue("K1", "A1")), event(call(A1, "A1").at(20)));
        assertThat(task.judged("K2").events())
                .containsExactly(
                        event(issue("K2", "A1").at(300)), event(call(A1, "A1").at(350)));
        assertThat(task.last.affected()).contains(key("K2"));
    }

    @Test
    void aNumberMayGoBackToACaseThatHadItBefore() {
        Task task = new Task()
                .take(
                        issue("K1", "A1"),
                        issue("K2", "A1").at(100),
                        call(A1, "A1").at(110),
                        call(A1, "A1").at(210));

        task.take(issue("K1", "A1").at(200));

        assertThat(task.last.affected()).contains(key("K2"));
        assertThat(task.judged("K1").events()).contains(event(call(A1, "A1").at(210)));
        assertThat(task.judged("K2").events())
                .containsExactly(
                        event(issue("K2", "A1").at(100)), event(call(A1, "A1").at(110)));
    }

    @Test
    void theVoidOfAnIssueGivesItsEventsToTheOther() {
        Task task = new Task()
                .take(
                        issue("K1", "A1"),
                        issue("K2", "A1").at(300),
                        call(A1, "A1").at(350),
                        issue("K2", "A1").at(300).voided());

        assertThat(task.judged("K1").events())
                .containsExactly(event(issue("K1", "A1")), event(call(A1, "A1").at(350)));
        assertThat(task.last.affected()).contains(key("K1"), key(A1));
    }

    @Test
    void theVoidOfACallGoesWhereTheCallWent() {
        Arrival call = call(A1, "A1").at(20);
        Task task = new Task()
                .take(
                        issue("K1", "A1"),
                        issue("K2", "A1").at(300),
                        call.voided(),
                        call(A1, "A1").at(350));

        assertThat(task.judged("K1").events()).contains(event(call.voided()));
        assertThat(task.judged("K2").events()).contains(event(call.voided()));

        task.take(call);

        assertThat(task.judged("K1").standing()).containsExactly(event(issue("K1", "A1")));
        assertThat(task.judged("K2").events()).doesNotContain(event(call.voided()));
    }

    @Test
    void aCaseThatIsClaimedItselfOwnsNoNumber() {
        Task task = new Task().take(issue(A1, "A2"), call(A2, "A2"), issue("K1", "A1"));

        assertThat(task.judged("K1").events())
                .containsExactlyInAnyOrder(event(issue("K1", "A1")), event(issue(A1, "A2")));
        assertThat(task.judged(A1)).isEqualTo(CaseFile.EMPTY);
        assertThat(task.judged(A2).events()).containsExactly(event(call(A2, "A2")));
        assertThat(task.last.affected()).contains(key(A1), key(A2));
    }

    @Test
    void aTicketIssuedUnderItsOwnNumberClaimsNothing() {
        Task task = new Task().take(issue(A1, "A1"), call(A1, "A1"));

        assertThat(task.last.changedClaims()).isEmpty();
        assertThat(task.last.affected()).isEmpty();
        assertThat(task.judged(A1).events()).hasSize(2);
    }

    @Test
    void aCaseWithoutTicketsStandsAlone() {
        Task task = new Task().take(new Arrival("K1", EventType.APPLICATION_SUBMITTED, "A1", 0));

        assertThat(task.judged("K1")).isEqualTo(task.file("K1"));
        assertThat(task.last.affected()).isEmpty();
    }

    @Test
    void aVoidUnderANumberWaitsForAnEventOfTheTicket() {
        Task task = new Task().take(issue("K1", "A1"), issue(A1, "A1").voided());

        assertThat(task.judged("K1").events()).containsExactly(event(issue("K1", "A1")));

        task.take(call(A1, "A1"));

        assertThat(task.judged("K1").events())
                .containsExactlyInAnyOrder(
                        event(issue("K1", "A1")), event(issue(A1, "A1").voided()), event(call(A1, "A1")));
    }

    @Test
    void theCaseOfANumberIsAffectedWhenTheLastEventOfTheTicketGivesWay() {
        Task task = new Task().take(issue("K1", "A1"), call(A1, "A1"));
        CaseFile before = task.file(A1);
        task.events.put(A1, List.of(event(issue(A1, "A1").voided())));

        assertThat(task.aliases(A1, before).affected()).containsExactly(key("K1"));
    }

    @Property(tries = 500)
    void everyCaseIsJudgedAsTheRuleSaysAfterEachEvent(@ForAll("arrivals") List<Arrival> arrivals) {
        Task task = new Task();
        for (Arrival arrival : arrivals) {
            Map<String, CaseFile> before = judged(task);
            task.take(arrival);
            for (String caseId : CASES) {
                CaseFile after = new NaiveAliases(task).judged(caseId);
                assertThat(task.last.judged(key(caseId))).as(caseId).isEqualTo(after);
                if (!caseId.equals(arrival.caseId) && !after.equals(before.get(caseId))) {
                    assertThat(task.last.affected()).contains(key(caseId));
                }
            }
        }
    }

    @Property(tries = 500)
    void theClaimsAreThoseOfTheIssuesThatStand(@ForAll("arrivals") List<Arrival> arrivals) {
        Task task = new Task().take(arrivals);

        for (String ticket : CASES) {
            assertThat(task.numbers.claimants(key(ticket)))
                    .extracting(CaseId::value)
                    .containsExactlyElementsOf(new NaiveAliases(task).claimants(ticket));
        }
    }

    @Property(tries = 500)
    void theOrderOfArrivalDoesNotMatter(@ForAll("arrivals") List<Arrival> arrivals, @ForAll Random random) {
        List<Arrival> others = new ArrayList<>(arrivals);
        Collections.shuffle(others, random);

        assertThat(judged(new Task().take(others))).isEqualTo(judged(new Task().take(arrivals)));
    }

    private static Map<String, CaseFile> judged(Task task) {
        Map<String, CaseFile> judged = new LinkedHashMap<>();
        CASES.forEach(caseId -> judged.put(caseId, task.judged(caseId)));
        return judged;
    }

    @Provide
    Arbitrary<List<Arrival>> arrivals() {
        Arbitrary<EventType> types = Arbitraries.of(
                EventType.TICKET_ISSUED,
                EventType.TICKET_ISSUED,
                EventType.TICKET_CALLED,
                EventType.TICKET_CALLED,
                EventType.APPLICATION_SUBMITTED);
        return Combinators.combine(
                        Arbitraries.of(CASES),
                        types,
                        Arbitraries.of("A1", "A2"),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 4))
                .as((caseId, type, number, minute, what) -> new Arrival(caseId, type, number, minute, what == 0))
                .list()
                .ofMaxSize(12);
    }

    private static Arrival issue(String caseId, String number) {
        return new Arrival(caseId, EventType.TICKET_ISSUED, number, 0);
    }

    private static Arrival call(String caseId, String number) {
        return new Arrival(caseId, EventType.TICKET_CALLED, number, 0);
    }

    private static CaseKey key(String caseId) {
        return new CaseKey(UNIT, new CaseId(caseId));
    }

    /** The one event of this kind: a second arrival is the same event again. */
    private static CaseEvent event(Arrival arrival) {
        return new CaseEvent(
                arrival.takenBack ? EventType.EVENT_VOIDED : arrival.type,
                NINE.plusSeconds(60L * arrival.minute),
                identity(arrival),
                Sequence.NONE,
                Sha256.digest(arrival.toString()),
                new ServiceId("rekam-ktp"),
                details(arrival));
    }

    private static EventIdentity identity(Arrival arrival) {
        return new EventIdentity("loket-1", Sha256.digest(arrival.toString()));
    }

    private static Details details(Arrival arrival) {
        if (arrival.takenBack) {
            Arrival target = new Arrival(arrival.caseId, arrival.type, arrival.number, arrival.minute);
            EventIdentity voided = identity(target);
            return new Details(Map.of(
                    Field.VOIDS_SOURCE,
                    voided.source(),
                    Field.VOIDS_ID,
                    voided.id().toString()));
        }
        return arrival.type == EventType.APPLICATION_SUBMITTED
                ? Details.NONE
                : new Details(Map.of(Field.NUMBER, arrival.number, Field.SERVICE_DAY, DAY));
    }
}
