package id.tepati.rules.judge;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.rules.catalogue.PromiseName;
import id.tepati.rules.clock.ClockKind;
import id.tepati.rules.clock.ClockRun;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.CaseFile;
import id.tepati.rules.event.EventType;
import id.tepati.rules.event.Received;
import id.tepati.rules.oracle.History;
import id.tepati.rules.oracle.TicketHistories;
import id.tepati.rules.tally.Bucket;
import id.tepati.rules.tally.Contribution;
import id.tepati.rules.tally.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold of queue tickets whatever happens, without asking the oracle. */
class TicketPropertiesTest {

    @Provide
    Arbitrary<History> histories() {
        return TicketHistories.ofUpTo(16);
    }

    @Property(tries = 200)
    void theOrderOfArrivalChangesNoVerdict(@ForAll("histories") History history, @ForAll Random random) {
        List<CaseEvent> shuffled = new ArrayList<>(history.received());
        Collections.shuffle(shuffled, random);
        Instant asOf = history.moments().get(0);

        assertThat(told(judge(history, shuffled, asOf))).isEqualTo(told(judge(history, history.received(), asOf)));
    }

    @Property(tries = 200)
    void whatWasStoppedByACallStaysSo(@ForAll("histories") History history) {
        List<Instant> moments = history.moments().stream().sorted().toList();
        List<ClockRun> before = waits(judge(history, history.received(), moments.get(0))).stream()
                .filter(ClockRun::isStopped)
                .toList();
        List<ClockRun> after = waits(judge(history, history.received(), moments.get(2)));

        assertThat(after)
                .usingElementComparator(Comparator.comparing(TicketPropertiesTest::course))
                .containsAll(before);
    }

    /**
     * A citizen waits once in a stage at a time, is served once at a time, visits once at a time, and every first wait
     * is of a visit, which begins with one.
     */
    @Property(tries = 200)
    void theClocksOfADayFitTogether(@ForAll("histories") History history) {
        for (Instant asOf : history.moments()) {
            Judgement judgement = judge(history, history.received(), asOf);
            List<ClockRun> runs =
                    judgement.verdicts().stream().map(Verdict::run).toList();

            for (ClockRun one : runs) {
                assertThat(one.start()).isBeforeOrEqualTo(asOf);
                assertThat(one.end() == null || !one.end().at().isBefore(one.start()))
                        .isTrue();
                for (ClockRun other : runs) {
                    if (one != other && competing(one, other)) {
                        assertThat(overlap(one, other))
                                .as("%s and %s", one, other)
                                .isFalse();
                    }
                }
            }
            for (ClockRun wait : waits(judgement)) {
                assertThat(visits(judgement, wait.serviceDay())).anyMatch(visit -> !visit.isAfter(wait.start()));
            }
            for (ClockRun run : runs) {
                if (visits(run)) {
                    assertThat(waits(judgement).stream()
                                    .filter(wait -> wait.serviceDay().equals(run.serviceDay()))
                                    .map(ClockRun::start)
                                    .filter(start -> !start.isBefore(run.start()))
                                    .min(Comparator.naturalOrder()))
                            .hasValue(run.start());
                }
            }
        }
    }

    @Provide
    Arbitrary<List<String>> happenings() {
        return Arbitraries.of("issued", "called", "parked", "requeued", "transferred", "served", "no-show", "abandoned")
                .list()
                .ofMaxSize(12);
    }

    /** Where a ticket has one stage and nothing is booked, whoever takes a number is waiting from then on. */
    @Property(tries = 500)
    void noIssueOfANumberIsLost(@ForAll("happenings") List<String> happenings) {
        List<String> day = new ArrayList<>(List.of("issued"));
        day.addAll(happenings);
        Scene scene = Scene.promising(ClockKind.WAITING, "30m");
        LocalTime time = LocalTime.of(8, 0);
        for (String happening : day) {
            scene.events(happening + " 11-16 " + time);
            time = time.plusMinutes(7);
        }

        List<ClockRun> runs = scene.asOf("11-16 16:00").verdicts().stream()
                .map(Verdict::run)
                .filter(TicketPropertiesTest::waits)
                .toList();

        for (CaseEvent event : scene.file().events()) {
            if (event.type() == EventType.TICKET_ISSUED) {
                assertThat(runs)
                        .as("%s as of the issue at %s", day, event.time())
                        .anyMatch(run ->
                                !run.start().isAfter(event.time()) && endOf(run).isAfter(event.time()));
            }
        }
    }

    /** What was opened of a promise is on time, late, cancelled, unserved, without promise, or not judged yet. */
    @Property(tries = 200)
    void theCountsOfEachPromiseAddUp(@ForAll("histories") History history) {
        for (Instant asOf : history.moments()) {
            Judgement judgement = judge(history, history.received(), asOf);
            Map<PromiseName, Long> pending = judgement.verdicts().stream()
                    .filter(v -> v.outcome() == Outcome.OPEN || v.outcome() == Outcome.AWAITING_CALENDAR)
                    .collect(Collectors.groupingBy(v -> v.promise().orElseThrow(), Collectors.counting()));
            Map<PromiseName, Tally> days = new TreeMap<>();
            Map<PromiseName, Tally> minutes = new TreeMap<>();
            Contribution.of(judgement)
                    .parts()
                    .forEach((slot, tally) -> (slot.bucket() instanceof Bucket.Day ? days : minutes)
                            .merge(slot.promise(), tally, Tally::plus));

            assertThat(minutes).isEqualTo(days);
            days.forEach((promise, tally) -> assertThat(tally.onTime()
                            + tally.late()
                            + tally.cancelled()
                            + tally.unserved()
                            + tally.noPromise()
                            + pending.getOrDefault(promise, 0L))
                    .as("%s of %s", promise, days)
                    .isEqualTo(tally.opened()));
        }
    }

    private static Judgement judge(History history, List<CaseEvent> received, Instant asOf) {
        CaseFile file = Received.file(received);
        return Judgement.of(file, history.world().unit(), history.world().catalogue(), asOf);
    }

    private static List<String> told(Judgement judgement) {
        return judgement.verdicts().stream()
                .map(v -> v.run() + " " + v.due() + " " + v.outcome() + " " + v.at() + " " + v.atDue())
                .toList();
    }

    private static List<ClockRun> waits(Judgement judgement) {
        return judgement.verdicts().stream()
                .map(Verdict::run)
                .filter(run -> run.clock() == ClockKind.WAITING)
                .toList();
    }

    private static List<Instant> visits(Judgement judgement, LocalDate serviceDay) {
        return judgement.verdicts().stream()
                .map(Verdict::run)
                .filter(run -> visits(run) && run.serviceDay().equals(serviceDay))
                .map(ClockRun::start)
                .toList();
    }

    private static boolean visits(ClockRun run) {
        return run.clock() == ClockKind.VISIT;
    }

    /** A wait without its number, which counts from the earliest service day on. */
    private static String course(ClockRun run) {
        return run.stage() + " " + run.serviceDay() + " " + run.service() + " " + run.start() + " " + run.end();
    }

    private static boolean competing(ClockRun one, ClockRun other) {
        boolean same = one.clock() == other.clock() && (one.clock() == ClockKind.SERVING || visits(one));
        return (same || waits(one) && waits(other))
                && one.stage().equals(other.stage())
                && one.serviceDay().equals(other.serviceDay());
    }

    private static boolean waits(ClockRun run) {
        return run.clock() == ClockKind.WAITING || run.clock() == ClockKind.RE_WAITING;
    }

    private static boolean overlap(ClockRun one, ClockRun other) {
        return endOf(one).isAfter(other.start())
                && endOf(other).isAfter(one.start())
                && one.start().isBefore(endOf(one))
                && other.start().isBefore(endOf(other));
    }

    private static Instant endOf(ClockRun run) {
        return run.end() == null ? Instant.MAX : run.end().at();
    }
}
