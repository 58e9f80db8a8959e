package id.tepati.rules.judge;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.rules.ServiceId;
import id.tepati.rules.Stage;
import id.tepati.rules.catalogue.Catalogue;
import id.tepati.rules.clock.ClockEnd;
import id.tepati.rules.clock.ClockKind;
import id.tepati.rules.clock.ClockRun;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.CaseFile;
import id.tepati.rules.event.Received;
import id.tepati.rules.oracle.Histories;
import id.tepati.rules.oracle.History;
import id.tepati.rules.oracle.OracleCycle;
import id.tepati.rules.oracle.TicketHistories;
import id.tepati.rules.tally.Contribution;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/** The rules against the naive oracle, over generated catalogues and histories. */
class JudgementAgainstOracleTest {

    @Provide
    Arbitrary<History> histories() {
        return Arbitraries.oneOf(Histories.ofUpTo(14), TicketHistories.ofUpTo(14));
    }

    /** One cycle in terms that both sides share. */
    private record Row(
            ClockKind clock,
            Stage stage,
            int cycle,
            ServiceId service,
            Outcome outcome,
            Instant start,
            LocalDate startDay,
            Instant due,
            Instant verdictAt,
            LocalDate verdictDay,
            boolean open,
            Instant stoppedAt,
            Long seconds,
            Long used) {

        static Row of(OracleCycle cycle) {
            return new Row(
                    cycle.clock(),
                    cycle.stage(),
                    cycle.number(),
                    cycle.service(),
                    cycle.outcome(),
                    cycle.start(),
                    cycle.startDay(),
                    cycle.outcome() == Outcome.OPEN ? cycle.due() : null,
                    cycle.verdictAt(),
                    cycle.verdictDay(),
                    cycle.open(),
                    cycle.stoppedAt(),
                    cycle.durationSeconds(),
                    cycle.used());
        }

        static Row of(Verdict verdict) {
            ClockEnd end = verdict.run().end();
            boolean used = Figures.usedShare(verdict).isPresent();
            boolean dueShown = verdict.outcome() == Outcome.OPEN && verdict.due() instanceof Due.At;
            return new Row(
                    verdict.run().clock(),
                    verdict.run().stage(),
                    verdict.run().cycle(),
                    verdict.run().service(),
                    verdict.outcome(),
                    verdict.run().start(),
                    verdict.startDay(),
                    dueShown ? ((Due.At) verdict.due()).instant() : null,
                    verdict.at(),
                    verdict.verdictDay().orElse(null),
                    verdict.isOpen(),
                    end != null && !end.cancelled() ? end.at() : null,
                    Figures.duration(verdict).map(Duration::toSeconds).orElse(null),
                    used ? Figures.usedShare(verdict).getAsLong() : null);
        }
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.BOUNDED)
    void everyCycleIsJudgedAsTheOracleDoes(@ForAll("histories") History history) {
        Catalogue catalogue = history.world().catalogue();
        CaseFile file = Received.file(history.received());
        for (Instant asOf : history.moments()) {
            expected(history, asOf).forEach(row -> Statistics.label("outcomes").collect(row.outcome()));
            Judgement judgement = Judgement.of(file, history.world().unit(), catalogue, asOf);
            Statistics.label("most visits of a day").collect(mostVisitsOfADay(judgement));

            assertThat(judgement.verdicts().stream().map(Row::of).toList())
                    .as("as of %s", asOf)
                    .isEqualTo(expected(history, asOf));
            assertThat(Contribution.of(judgement).parts())
                    .as("contribution as of %s", asOf)
                    .isEqualTo(history.world()
                            .oracle()
                            .contribution(history.world().unit(), history.received(), asOf));
        }
        Statistics.label("outcomes").coverage(coverage -> {
            for (Outcome outcome : Outcome.values()) {
                coverage.check(outcome).count(count -> count > 0);
            }
        });
        Statistics.label("most visits of a day")
                .coverage(coverage -> coverage.check(2L).count(count -> count > 50));
    }

    private static long mostVisitsOfADay(Judgement judgement) {
        return judgement.verdicts().stream()
                .map(Verdict::run)
                .filter(run -> run.clock() == ClockKind.VISIT)
                .collect(Collectors.groupingBy(ClockRun::serviceDay, Collectors.counting()))
                .values()
                .stream()
                .max(Comparator.naturalOrder())
                .orElse(0L);
    }

    @Property(tries = 300)
    void theOrderOfArrivalChangesNothing(@ForAll("histories") History history, @ForAll Random random) {
        List<CaseEvent> shuffled = new ArrayList<>(history.received());
        Collections.shuffle(shuffled, random);

        assertThat(Received.file(shuffled)).isEqualTo(Received.file(history.received()));
    }

    @Property(tries = 300)
    void nothingChangesBeforeTheNextChange(@ForAll("histories") History history, @ForAll Random random) {
        Catalogue catalogue = history.world().catalogue();
        CaseFile file = Received.file(history.received());
        Instant asOf = history.moments().get(0);
        Judgement judgement = Judgement.of(file, history.world().unit(), catalogue, asOf);
        Instant next = judgement.nextChange();
        Instant last = next != null ? next.minus(Due.GRAIN) : asOf.plus(Duration.ofDays(400));

        assertThat(next == null || next.isAfter(asOf)).isTrue();
        for (Instant later : List.of(last, between(asOf, last, random), between(asOf, last, random))) {
            assertThat(expected(history, later)).as("at %s", later).isEqualTo(expected(history, asOf));
        }
    }

    private static Instant between(Instant from, Instant to, Random random) {
        long micros = Duration.between(from, to).toNanos() / 1000;
        return from.plusNanos((long) (random.nextDouble() * micros) * 1000);
    }

    private static List<Row> expected(History history, Instant asOf) {
        return history.world().oracle().judge(history.world().unit(), history.received(), asOf).stream()
                .map(Row::of)
                .sorted(Comparator.comparing(Row::clock)
                        .thenComparing(Row::stage)
                        .thenComparing(Row::cycle))
                .toList();
    }
}
