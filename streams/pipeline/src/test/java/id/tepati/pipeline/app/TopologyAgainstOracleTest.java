package id.tepati.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.contract.output.CaseRow;
import id.tepati.contract.output.ClockRow;
import id.tepati.contract.output.OutputKey;
import id.tepati.contract.output.TallyRow;
import id.tepati.pipeline.app.Journey.Arrival;
import id.tepati.rules.Stage;
import id.tepati.rules.WireName;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.EventType;
import id.tepati.rules.oracle.Histories;
import id.tepati.rules.oracle.History;
import id.tepati.rules.oracle.OracleCycle;
import id.tepati.rules.oracle.OracleNumbers;
import id.tepati.rules.oracle.TicketHistories;
import id.tepati.rules.tally.Bucket;
import id.tepati.rules.tally.Slot;
import id.tepati.rules.tally.Tally;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/**
 * The whole topology against the naive oracle: generated histories of two cases of one unit, with duplicates,
 * conflicts of id, voids, returns, reopenings, queue tickets with and without
 * cases and publications, in zones that shift and at ends of years, arrive in
 * any order while time moves on.
 */
final class TopologyAgainstOracleTest {
    @Provide
    Arbitrary<History> histories() {
        return Arbitraries.oneOf(Histories.ofUpTo(10), TicketHistories.ofUpTo(10), TicketHistories.reissuing(12));
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void everyTallyAndEveryClockIsAsTheOracleSays(@ForAll("histories") History history, @ForAll long seed) {
        List<Arrival> arrivals = arrivals(history, new Random(seed));
        Instant end = Journey.afterAll(arrivals).plus(pick(seed));
        Journey journey = new Journey(history.world(), seed);
        Map<String, List<CaseEvent>> received = arrivals.stream()
                .collect(Collectors.groupingBy(
                        Arrival::caseId, TreeMap::new, Collectors.mapping(journey::read, Collectors.toList())));
        Map<String, List<CaseEvent>> cases = OracleNumbers.judged(received);
        Statistics.label("cases with what came under a number").collect(reachedByNumber(received, cases));

        Journey.Outcome outcome = journey.run(arrivals, end);

        assertThat(outcome.tallies())
                .as("tallies as of %s of %s", end, arrivals)
                .isEqualTo(tallies(history, cases.values(), end));
        for (Map.Entry<String, List<CaseEvent>> one : cases.entrySet()) {
            String row = outcome.cases().get(history.world().unit() + "|" + one.getKey());
            assertThat(clocks(row))
                    .as("clocks of %s as of %s of %s", one.getKey(), end, arrivals)
                    .isEqualTo(clocks(history, one.getValue(), end));
        }
        Statistics.label("cases with what came under a number")
                .coverage(coverage -> coverage.check(2L).count(count -> count > 0));
    }

    private static long reachedByNumber(Map<String, List<CaseEvent>> received, Map<String, List<CaseEvent>> judged) {
        return judged.entrySet().stream()
                .filter(one -> !received.get(one.getKey()).containsAll(one.getValue()))
                .count();
    }

    @Property(tries = 30, shrinking = ShrinkingMode.BOUNDED)
    void theOrderOfArrivalChangesNoByte(@ForAll("histories") History history, @ForAll long seed) {
        List<Arrival> arrivals = arrivals(history, new Random(seed));
        List<Arrival> shuffled = new ArrayList<>(arrivals);
        Collections.shuffle(shuffled, new Random(~seed));
        Instant end = Journey.afterAll(arrivals).plus(pick(seed));

        Journey.Outcome one = new Journey(history.world(), seed).run(arrivals, end);
        Journey.Outcome other = new Journey(history.world(), seed + 1).run(shuffled, end);

        assertThat(other.tallies()).isEqualTo(one.tallies());
        assertThat(other.cases()).isEqualTo(one.cases());
    }

    private static List<Arrival> arrivals(History history, Random random) {
        boolean tickets = history.received().stream()
                .allMatch(event -> event.serviceDay().isPresent() || event.type() == EventType.EVENT_VOIDED);
        return tickets && random.nextInt(8) > 0 ? byNumber(history, random) : ofTwoCases(history, random);
    }

    /** Two cases with much the same events, so that they meet in the tallies. */
    private static List<Arrival> ofTwoCases(History history, Random random) {
        List<Arrival> arrivals = new ArrayList<>();
        for (CaseEvent event : history.received()) {
            arrivals.add(new Arrival("A/1", event));
            if (random.nextInt(4) > 0) {
                arrivals.add(random.nextInt(arrivals.size() + 1), new Arrival("B/2", event));
            }
        }
        return arrivals;
    }

    /** Two cases to which one number is issued, and a display that mostly sends the number alone. */
    private static List<Arrival> byNumber(History history, Random random) {
        List<Arrival> arrivals = new ArrayList<>();
        for (CaseEvent event : history.received()) {
            boolean numbered = random.nextInt(8) < (event.type() == EventType.TICKET_ISSUED ? 1 : 7);
            Arrival apart = new Arrival(random.nextBoolean() ? "A/1" : "B/2", event);
            arrivals.add(event.serviceDay()
                    .filter(day -> numbered)
                    .map(day -> Arrival.byNumber(day, event))
                    .or(() -> withTarget(event, arrivals))
                    .orElse(apart));
        }
        return arrivals;
    }

    /** A void comes to the case of what it takes back. */
    private static Optional<Arrival> withTarget(CaseEvent event, List<Arrival> arrivals) {
        return arrivals.stream()
                .filter(other -> event.voids().equals(Optional.of(other.event().identity())))
                .map(other -> new Arrival(other.caseId(), event, other.byNumber()))
                .findFirst();
    }

    private static Duration pick(long seed) {
        List<Duration> ends = List.of(Duration.ZERO, Duration.ofHours(31), Duration.ofDays(2), Duration.ofDays(90));
        return ends.get((int) Math.floorMod(seed, (long) ends.size()));
    }

    private static SortedMap<String, String> tallies(History history, Collection<List<CaseEvent>> cases, Instant end) {
        SortedMap<String, String> rows = new TreeMap<>();
        SortedMap<Slot, Tally> all =
                history.world().oracle().tallies(history.world().unit(), cases, end);
        all.forEach((slot, tally) -> {
            boolean left = slot.bucket() instanceof Bucket.FiveMinutes minutes
                    && !minutes.start().plus(Duration.ofDays(2)).isAfter(end);
            if (!left) {
                OutputKey.OfTally key = new OutputKey.OfTally(history.world().unit(), slot);
                rows.put(
                        key.toString(),
                        new String(TallyRow.JSON.write(TallyRow.of(key, tally)), StandardCharsets.UTF_8));
            }
        });
        return rows;
    }

    /** One cycle of a clock in terms that both sides share. */
    private record Cycle(
            String service,
            String clock,
            String stage,
            int number,
            String outcome,
            Instant start,
            LocalDate startDay,
            Instant due,
            Instant verdictAt,
            LocalDate verdictDay,
            boolean open,
            Instant stoppedAt,
            Long seconds,
            Long used) {}

    private static final Comparator<Cycle> BY_CLOCK =
            Comparator.comparing(Cycle::clock).thenComparing(Cycle::stage).thenComparing(Cycle::number);

    private static List<Cycle> clocks(String row) {
        return CaseRow.JSON.read(row.getBytes(StandardCharsets.UTF_8)).clocks().stream()
                .map(TopologyAgainstOracleTest::cycle)
                .sorted(BY_CLOCK)
                .toList();
    }

    private static Cycle cycle(ClockRow row) {
        return new Cycle(
                row.service(),
                row.clock(),
                row.stage() == null ? Stage.MAIN.value() : row.stage(),
                row.cycle(),
                row.outcome(),
                row.start(),
                row.startDay(),
                row.outcome().equals("open") ? row.due() : null,
                row.verdictAt(),
                row.verdictDay(),
                row.open(),
                row.seconds() == null ? null : row.end(),
                row.seconds(),
                row.used());
    }

    private static List<Cycle> clocks(History history, List<CaseEvent> events, Instant end) {
        return history.world().oracle().judge(history.world().unit(), events, end).stream()
                .map(TopologyAgainstOracleTest::cycle)
                .sorted(BY_CLOCK)
                .toList();
    }

    private static Cycle cycle(OracleCycle cycle) {
        String outcome = WireName.of(cycle.outcome());
        return new Cycle(
                cycle.service().value(),
                cycle.clock().id(),
                cycle.stage().value(),
                cycle.number(),
                outcome,
                cycle.start(),
                cycle.startDay(),
                outcome.equals("open") ? cycle.due() : null,
                cycle.verdictAt(),
                cycle.verdictDay(),
                cycle.open(),
                cycle.stoppedAt(),
                cycle.durationSeconds(),
                cycle.used());
    }
}
