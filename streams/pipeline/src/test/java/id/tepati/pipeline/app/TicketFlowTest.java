package id.tepati.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.contract.event.EventWriter;
import id.tepati.contract.event.OutgoingEvent;
import id.tepati.contract.output.EventRow;
import id.tepati.contract.output.TallyRow;
import id.tepati.contract.topic.Topics;
import id.tepati.pipeline.state.Section;
import id.tepati.rules.event.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tickets of 2026-11-21, 09:00 in the city being the beginning; called within 30 minutes, served within 15. */
final class TicketFlowTest {
    private static final EventWriter WRITER = new EventWriter();
    private static final String TODAY = "2026-11-21";
    private static final String A012 = "A012-2026-11-21";
    private static final Map<String, String> BY_NUMBER = Map.of("number", "A012");
    private static final Map<String, String> ISSUED = Map.of("number", "A012", "case", "KTP/1");
    private static final Map<String, String> OTHER = Map.of("number", "A012", "case", "KTP/2");

    private final Bench bench = new Bench();

    private record Sent(EventType type, String id, int minute, Map<String, String> data) {}

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aTicketIsKnownByItsNumberOfTheDay() {
        send(
                bench,
                new Sent(EventType.TICKET_ISSUED, "e1", 0, BY_NUMBER),
                new Sent(EventType.TICKET_CALLED, "e2", 20, BY_NUMBER),
                new Sent(EventType.TICKET_SERVED, "e3", 40, BY_NUMBER));

        assertThat(bench.outcome(A012, "waiting")).isEqualTo("on-time");
        assertThat(bench.outcome(A012, "serving")).isEqualTo("late");
        assertThat(bench.clock(A012, "visit").seconds()).isEqualTo(2400);
        assertThat(bench.counts(City.KTP, "waiting", TODAY)).isEqualTo(List.of(1L, 0L, 1L, 0L, 0L, 0L));
        assertThat(bench.deadLetters()).isEmpty();
    }

    @Test
    void whoWaitsPastThePromiseIsLateWithoutAnyEvent() {
        send(bench, new Sent(EventType.TICKET_ISSUED, "e1", 0, BY_NUMBER));
        bench.asOf(at(30).plusMillis(1));

        assertThat(bench.outcome(A012, "waiting")).isEqualTo("late, open");
    }

    @Test
    void theDayEndsOnWhoWasNeverCalled() {
        // 23:45 in the city, due at 00:15
        send(bench, new Sent(EventType.TICKET_ISSUED, "e1", 885, BY_NUMBER));
        bench.asOf(at(900));

        assertThat(bench.outcome(A012, "waiting")).isEqualTo("unserved");
        TallyRow tally = bench.tallies().get("dinas-melati|rekam-ktp|waiting|" + TODAY);
        assertThat(tally.unserved()).isEqualTo(1);
        assertThat(tally.opened()).isEqualTo(1);
        assertThat(bench.stored(Section.Of.TIMERS)).isEqualTo(fiveMinuteTallies());
    }

    private long fiveMinuteTallies() {
        return bench.tallies().keySet().stream()
                .filter(key -> key.contains("T"))
                .count();
    }

    @Test
    void aDisplayThatKnowsNumbersReachesTheCaseTheyWereIssuedTo() {
        send(
                bench,
                new Sent(EventType.TICKET_ISSUED, "e1", 0, ISSUED),
                new Sent(EventType.TICKET_CALLED, "e2", 20, BY_NUMBER),
                new Sent(EventType.TICKET_SERVED, "e3", 30, BY_NUMBER));

        assertThat(bench.kept(Topics.CASES)).containsOnlyKeys("dinas-melati|KTP/1");
        assertThat(bench.outcome("KTP/1", "waiting")).isEqualTo("on-time");
        assertThat(bench.outcome("KTP/1", "serving")).isEqualTo("on-time");
        assertThat(bench.caseRow("KTP/1").events())
                .extracting(EventRow::type)
                .containsExactly("ticket.issued", "ticket.called", "ticket.served");
    }

    @Test
    void timeGoesOnForACaseByTheEventsOfItsNumber() {
        send(
                bench,
                new Sent(EventType.TICKET_ISSUED, "e1", 0, ISSUED),
                new Sent(EventType.TICKET_CALLED, "e2", 20, BY_NUMBER));
        bench.asOf(at(35).plusMillis(1));

        assertThat(bench.outcome("KTP/1", "serving")).isEqualTo("late, open");
        assertThat(bench.caseRow("KTP/1").events()).hasSize(2);
    }

    /** Taken at 09:00 and again at 14:00: waits of 20 and 50 minutes, of which 30 are promised. */
    @Test
    void aNumberIssuedAgainIsASecondVisit() {
        send(
                bench,
                new Sent(EventType.TICKET_ISSUED, "e1", 0, BY_NUMBER),
                new Sent(EventType.TICKET_CALLED, "e2", 20, BY_NUMBER),
                new Sent(EventType.TICKET_SERVED, "e3", 30, BY_NUMBER),
                new Sent(EventType.TICKET_ISSUED, "e4", 300, BY_NUMBER),
                new Sent(EventType.TICKET_CALLED, "e5", 350, BY_NUMBER),
                new Sent(EventType.TICKET_SERVED, "e6", 360, BY_NUMBER));

        assertThat(bench.counts(City.KTP, "waiting", TODAY)).isEqualTo(List.of(2L, 0L, 1L, 1L, 0L, 0L));
        assertThat(bench.caseRow(A012).clocks())
                .filteredOn(clock -> clock.clock().equals("waiting"))
                .extracting(clock -> clock.cycle() + " " + clock.outcome() + " " + clock.seconds())
                .containsExactly("1 on-time 1200", "2 late 3000");
    }

    @Test
    void ofTwoCasesWithOneNumberACallBelongsToTheLatestIssue() {
        send(
                bench,
                new Sent(EventType.TICKET_CALLED, "e5", 350, BY_NUMBER),
                new Sent(EventType.TICKET_CALLED, "e2", 20, BY_NUMBER),
                new Sent(EventType.TICKET_ISSUED, "e4", 300, OTHER),
                new Sent(EventType.TICKET_SERVED, "e3", 30, BY_NUMBER),
                new Sent(EventType.TICKET_ISSUED, "e1", 0, ISSUED));

        assertThat(bench.kept(Topics.CASES)).containsOnlyKeys("dinas-melati|KTP/1", "dinas-melati|KTP/2");
        assertThat(bench.caseRow("KTP/1").events())
                .extracting(EventRow::type)
                .containsExactly("ticket.issued", "ticket.called", "ticket.served");
        assertThat(bench.caseRow("KTP/2").events())
                .extracting(EventRow::type)
                .containsExactly("ticket.issued", "ticket.called");
        assertThat(bench.outcome("KTP/1", "waiting")).isEqualTo("on-time");
        assertThat(bench.outcome("KTP/2", "waiting")).isEqualTo("late");
        assertThat(bench.counts(City.KTP, "waiting", TODAY)).isEqualTo(List.of(2L, 0L, 1L, 1L, 0L, 0L));
    }

    @Test
    void aVoidedIssueGivesWhatCameAfterItToTheFormerCase() {
        send(
                bench,
                new Sent(EventType.TICKET_ISSUED, "e1", 0, ISSUED),
                new Sent(EventType.TICKET_ISSUED, "e4", 5, OTHER),
                new Sent(EventType.TICKET_CALLED, "e2", 20, BY_NUMBER));

        assertThat(bench.outcome("KTP/2", "waiting")).isEqualTo("on-time");
        assertThat(bench.caseRow("KTP/1").events()).hasSize(1);

        Case other = new Case(City.DINAS, City.KTP, "KTP/2");
        bench.send(Topics.QUEUE, City.DINAS, at(25), other.voided("v", at(25), "e4"));

        assertThat(bench.outcome("KTP/1", "waiting")).isEqualTo("on-time");
        assertThat(bench.caseRow("KTP/2").clocks()).isEmpty();
        assertThat(bench.counts(City.KTP, "waiting", TODAY)).isEqualTo(List.of(1L, 0L, 1L, 0L, 0L, 0L));
    }

    @Test
    void aVoidedIssueGivesTheEventsBack() {
        send(
                bench,
                new Sent(EventType.TICKET_ISSUED, "e1", 0, ISSUED),
                new Sent(EventType.TICKET_CALLED, "e2", 20, BY_NUMBER));
        bench.send(Topics.QUEUE, City.DINAS, at(25), new Case(City.DINAS, City.KTP, "KTP/1").voided("v", at(25), "e1"));

        assertThat(bench.caseRow(A012).events()).extracting(EventRow::type).containsExactly("ticket.called");
        assertThat(bench.caseRow("KTP/1").clocks()).isEmpty();
        assertThat(bench.counts(City.KTP, "waiting", TODAY)).isEmpty();
    }

    /** Whatever the order in which two numbers, three cases, a void and a second issue come, the end is the same. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theOrderOfArrivalChangesNothing(long seed) {
        List<Sent> sent = new ArrayList<>(List.of(
                new Sent(EventType.TICKET_ISSUED, "e1", 0, ISSUED),
                new Sent(EventType.TICKET_CALLED, "e2", 20, BY_NUMBER),
                new Sent(EventType.TICKET_SERVED, "e3", 40, BY_NUMBER),
                new Sent(EventType.TICKET_ISSUED, "e4", 2, OTHER),
                new Sent(EventType.TICKET_ISSUED, "e5", 3, Map.of("number", "B1", "case", A012)),
                new Sent(EventType.TICKET_CALLED, "e6", 9, Map.of("number", "B1"))));
        play(bench, sent, seed % 2 == 0);
        Collections.shuffle(sent, new Random(seed));

        try (Bench shuffled = new Bench()) {
            play(shuffled, sent, seed % 2 == 0);

            assertThat(shuffled.kept(Topics.CASES)).isEqualTo(bench.kept(Topics.CASES));
            assertThat(shuffled.kept(Topics.TALLIES)).isEqualTo(bench.kept(Topics.TALLIES));
        }
    }

    /** With the void first where asked: it takes the second claim on the number back. */
    private static void play(Bench on, List<Sent> sent, boolean voiding) {
        if (voiding) {
            Case other = new Case(City.DINAS, City.KTP, "KTP/2");
            on.send(Topics.QUEUE, City.DINAS, at(1440), other.voided("v", at(50), "e4"));
        }
        send(on, sent.toArray(Sent[]::new));
        on.asOf(at(1440));
    }

    private static void send(Bench on, Sent... events) {
        for (Sent event : events) {
            Map<String, Object> data = new LinkedHashMap<>(event.data);
            data.put("unit", City.DINAS);
            data.put("service", City.KTP);
            byte[] value =
                    WRITER.write(new OutgoingEvent(event.type, event.id, Case.SOURCE, at(event.minute), null, data));
            on.send(Topics.QUEUE, City.DINAS, at(1440), value);
        }
        on.turn();
    }

    private static Instant at(int minute) {
        return Bench.BEGIN.plus(Duration.ofMinutes(minute));
    }
}
