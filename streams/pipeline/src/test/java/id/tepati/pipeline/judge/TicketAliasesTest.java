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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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
     * @param number of the ticket; for a void, that of the issue in the same case that it takes back
     */
    private record Arrival(String caseId, EventType type, String number) {}

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
                            && other.details()
                                    .values()
                                    .get(Field.VOIDS_ID)
                                    .equals(event.identity().id().toString()));
        }

        boolean belongsTo(String ticket, String caseId) {
            return claimants(ticket).equals(Set.of(caseId)) && claimants(caseId).isEmpty();
        }

        CaseFile judged(String caseId) {
            if (CASES.stream().anyMatch(other -> belongsTo(caseId, other))) {
                return task.file(caseId).hasTicket() ? CaseFile.EMPTY : task.file(caseId);
            }
            return CaseFile.of(CASES.stream()
                    .filter(other -> other.equals(caseId)
                            || (belongsTo(other, caseId) && task.file(other).hasTicket()))
                    .flatMap(other -> task.events.getOrDefault(other, List.of()).stream())
                    .toList());
        }
    }

    @Test
    void aCaseIsJudgedByWhatCameUnderTheNumberThatWasIssuedToIt() {
        Task task = new Task().take(issue("K1", "A1"), call(A1, "A1"));

        assertThat(task.judged("K1").events()).containsExactly(event(issue("K1", "A1")), event(call(A1, "A1")));
        assertThat(task.judged(A1)).isEqualTo(CaseFile.EMPTY);
    }

    @Test
    void aNumberThatTwoCasesClaimBelongsToNeither() {
        Task task = new Task().take(issue("K1", "A1"), issue("K2", "A1"), call(A1, "A1"));

        assertThat(task.judged("K1").events()).containsExactly(event(issue("K1", "A1")));
        assertThat(task.judged("K2").events()).containsExactly(event(issue("K2", "A1")));
        assertThat(task.judged(A1).events()).containsExactly(event(call(A1, "A1")));
    }

    @Test
    void aClaimEndsWithTheIssueThatMadeIt() {
        Task task = new Task().take(issue("K1", "A1"), issue("K2", "A1"), call(A1, "A1"), voidOf("K2", "A1"));

        assertThat(task.judged("K1").events()).contains(event(call(A1, "A1")));
        assertThat(task.last.affected()).contains(key("K1"), key(A1));
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
        Task task = new Task().take(new Arrival("K1", EventType.APPLICATION_SUBMITTED, "A1"));

        assertThat(task.judged("K1")).isEqualTo(task.file("K1"));
        assertThat(task.last.affected()).isEmpty();
    }

    @Test
    void aVoidUnderANumberWaitsForAnEventOfTheTicket() {
        Task task = new Task().take(issue("K1", "A1"), voidOf(A1, "A1"));

        assertThat(task.judged("K1").events()).containsExactly(event(issue("K1", "A1")));

        task.take(call(A1, "A1"));

        assertThat(task.judged("K1").events())
                .containsExactlyInAnyOrder(event(issue("K1", "A1")), event(voidOf(A1, "A1")), event(call(A1, "A1")));
    }

    @Test
    void theCaseOfANumberIsAffectedWhenTheLastEventOfTheTicketGivesWay() {
        Task task = new Task().take(issue("K1", "A1"), call(A1, "A1"));
        CaseFile before = task.file(A1);
        task.events.put(A1, List.of(event(voidOf(A1, "A1"))));

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
                EventType.EVENT_VOIDED,
                EventType.APPLICATION_SUBMITTED);
        return Combinators.combine(Arbitraries.of(CASES), types, Arbitraries.of("A1", "A2"))
                .as(Arrival::new)
                .list()
                .ofMaxSize(10);
    }

    private static Arrival issue(String caseId, String number) {
        return new Arrival(caseId, EventType.TICKET_ISSUED, number);
    }

    private static Arrival call(String caseId, String number) {
        return new Arrival(caseId, EventType.TICKET_CALLED, number);
    }

    private static Arrival voidOf(String caseId, String number) {
        return new Arrival(caseId, EventType.EVENT_VOIDED, number);
    }

    private static CaseKey key(String caseId) {
        return new CaseKey(UNIT, new CaseId(caseId));
    }

    /** The one event of this kind: a second arrival is the same event again. */
    private static CaseEvent event(Arrival arrival) {
        return new CaseEvent(
                arrival.type,
                NINE.plusSeconds(arrival.type.ordinal()),
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
        EventIdentity issue = identity(issue(arrival.caseId, arrival.number));
        return switch (arrival.type) {
            case EVENT_VOIDED ->
                new Details(Map.of(
                        Field.VOIDS_SOURCE,
                        issue.source(),
                        Field.VOIDS_ID,
                        issue.id().toString()));
            case APPLICATION_SUBMITTED -> Details.NONE;
            default -> new Details(Map.of(Field.NUMBER, arrival.number, Field.SERVICE_DAY, DAY));
        };
    }
}
