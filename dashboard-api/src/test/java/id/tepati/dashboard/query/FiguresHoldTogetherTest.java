package id.tepati.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tepati.contract.output.OutputKey;
import id.tepati.contract.output.TallyRow;
import id.tepati.contract.topic.Topics;
import id.tepati.dashboard.metrics.DashboardMetrics;
import id.tepati.dashboard.readmodel.GeneratedCity;
import id.tepati.dashboard.readmodel.GeneratedCity.Place;
import id.tepati.dashboard.standing.PromiseCounts;
import id.tepati.dashboard.standing.PromiseStanding;
import id.tepati.dashboard.standing.Standings;
import id.tepati.dashboard.standing.UnitStanding;
import id.tepati.dashboard.store.DateBasis;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.PromiseName;
import id.tepati.rules.standing.Attainment;
import id.tepati.rules.standing.UnitStatus;
import id.tepati.rules.statistics.Distribution;
import id.tepati.rules.tally.Bucket;
import id.tepati.rules.tally.Slot;
import id.tepati.rules.tally.Tally;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Overview, metrics, compliance rows and queues say the same of every unit and promise of a generated city, which is what
 * a naive count of its cases says. Only public answers are asked.
 */
final class FiguresHoldTogetherTest {
    private static final long SEED = 20_261_123;
    private static final Page.Wanted ALL = new Page.Wanted(null, 100_000);
    private static final String OF_FIGURES = "tepati_(promise_(?!info)|unit_(state|oldest)|queue_|source_silent).*";

    /** An answer for each way to ask, and what they should be. */
    private record City(GeneratedCity generated, NaiveFigures expected, Instant now) {
        static City at(Instant now) {
            GeneratedCity generated = new GeneratedCity(SEED, now);
            return new City(generated, new NaiveFigures(generated, now), now);
        }

        Overview.Answer overview(UnitId root) {
            return generated.held().ask(model -> Overview.answer(model, root, new Standings(), now));
        }

        CitySample sample() {
            return generated.held().ask(model -> CitySample.of(model, new Standings(), now));
        }

        List<ComplianceRow> rows(Place place, int days) {
            LocalDate today = place.dateOf(now);
            return rows(place.id(), false, new Period(today.minusDays(days - 1), today), Group.SERVICE);
        }

        List<ComplianceRow> rows(UnitId unit, boolean subtree, Period period, Group group) {
            Scope scope = new Scope(unit, subtree, null, null, null, period, DateBasis.VERDICT);
            return generated
                    .held()
                    .ask(model -> Compliance.answer(model, scope, group, ALL, now))
                    .rows();
        }

        Queues.Answer queues() {
            Scope scope = new Scope(new UnitId("kota"), true, null, null, null, Period.ALWAYS, DateBasis.VERDICT);
            return generated.held().ask(model -> Queues.answer(model, scope, ALL, new ServedLastHour(), now));
        }

        Map<String, Double> gauges() {
            PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            DashboardMetrics.bind(registry, generated.held(), Clock.fixed(now, ZoneOffset.UTC));
            Map<String, Double> gauges = registry.scrape()
                    .lines()
                    .filter(line -> line.matches(OF_FIGURES))
                    .collect(Collectors.toMap(
                            line -> line.substring(0, line.lastIndexOf(' ')),
                            line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1))));
            registry.close();
            return gauges;
        }

        void check() {
            checkOverview();
            checkSums();
            checkSample();
            checkGauges();
            checkCompliance();
            checkCases();
            checkQueues();
        }

        private void checkOverview() {
            assertThat(overview(null).units().stream().map(City::ofUnit))
                    .containsExactlyInAnyOrderElementsOf(expected.units());
        }

        private static NaiveFigures.OfUnit ofUnit(UnitStanding row) {
            return new NaiveFigures.OfUnit(
                    row.id(), wireName(row.status()), worst(row), row.open(), row.atRisk(), row.late(), row.silent());
        }

        private static NaiveFigures.OfPromise worst(UnitStanding row) {
            PromiseStanding promise = row.promise();
            if (promise == null) {
                return null;
            }
            Attainment attainment = new Attainment(promise.onTime(), promise.n() - promise.onTime());
            return new NaiveFigures.OfPromise(
                    row.id(),
                    promise.service(),
                    promise.promise(),
                    promise.onTime(),
                    promise.n() - promise.onTime(),
                    promise.attainment(),
                    number(promise.target()),
                    attainment.reaches(promise.target()).orElse(null),
                    wireName(promise.status()));
        }

        /** The summary of a part of the city is the sum of its units. */
        private void checkSums() {
            List<NaiveFigures.OfUnit> all = expected.units();
            List<UnitId> roots =
                    new ArrayList<>(generated.places().stream().map(Place::id).toList());
            roots.add(null);
            for (UnitId root : roots) {
                Overview.Answer answer = overview(root);
                List<NaiveFigures.OfUnit> units = all.stream()
                        .filter(unit -> root == null || isBelow(unit.unit(), root.value()))
                        .toList();
                assertThat(answer.units()).hasSameSizeAs(units);
                assertThat(answer.summary())
                        .isEqualTo(new Overview.Summary(
                                count(units, unit -> unit.status() != null),
                                count(units, unit -> "kept".equals(unit.status())),
                                count(units, unit -> "at-risk".equals(unit.status())),
                                count(units, unit -> "not-kept".equals(unit.status())),
                                count(units, unit -> "no-target".equals(unit.status())),
                                count(units, unit -> "no-data".equals(unit.status())),
                                sum(units, NaiveFigures.OfUnit::open),
                                sum(units, NaiveFigures.OfUnit::atRisk),
                                sum(units, NaiveFigures.OfUnit::late)));
            }
        }

        private boolean isBelow(String unit, String root) {
            UnitId above = generated.places().stream()
                    .filter(place -> place.id().value().equals(unit))
                    .findFirst()
                    .orElseThrow()
                    .parent();
            return unit.equals(root) || (above != null && isBelow(above.value(), root));
        }

        private void checkSample() {
            CitySample sample = sample();
            assertThat(sample.promises().stream().map(row -> ofPromise(row, row.month())))
                    .containsExactlyInAnyOrderElementsOf(expected.promises(30));
            assertThat(sample.promises().stream().map(row -> ofPromise(row, row.week())))
                    .containsExactlyInAnyOrderElementsOf(expected.promises(7));
            assertThat(sample.promises().stream()
                            .map(row -> new NaiveFigures.Open(
                                    row.unit().value(),
                                    row.series().service(),
                                    row.series().promise(),
                                    row.openLate(),
                                    row.openAtRisk(),
                                    row.openOther())))
                    .containsExactlyInAnyOrderElementsOf(expected.open());
            assertThat(sample.units().stream().map(row -> row.unit().id() + " " + wireName(row.state())))
                    .containsExactlyInAnyOrderElementsOf(expected.units().stream()
                            .map(unit -> unit.unit() + " " + unit.status())
                            .toList());
        }

        private static NaiveFigures.OfPromise ofPromise(PromiseCounts row, Attainment attainment) {
            return new NaiveFigures.OfPromise(
                    row.unit().value(),
                    row.series().service(),
                    row.series().promise(),
                    attainment.onTime(),
                    attainment.late(),
                    attainment.share().orElse(null),
                    number(row.target()),
                    attainment.reaches(row.target()).orElse(null),
                    wireName(UnitStatus.of(attainment, row.target())));
        }

        private void checkGauges() {
            Map<String, Double> all = new TreeMap<>();
            for (NaiveFigures.OfPromise row : expected.promises(30)) {
                String labels = labels(row.service(), row.promise(), row.unit());
                put(all, "tepati_promise_attainment_ratio{" + labels + "}", row.attainment());
                put(all, "tepati_promise_target_ratio{" + labels + "}", row.target());
                put(all, "tepati_promise_kept{" + labels + "}", row.kept() == null ? null : row.kept() ? 1.0 : 0.0);
                putVerdicts(all, row, "30d");
            }
            expected.promises(7).forEach(row -> putVerdicts(all, row, "7d"));
            for (NaiveFigures.Open row : expected.open()) {
                String of = "tepati_promise_open_cases{promise=\"" + row.promise() + "\",service=\"" + row.service()
                        + "\",state=\"%s\",unit=\"" + row.unit() + "\"}";
                put(all, String.format(of, "late"), (double) row.late());
                put(all, String.format(of, "at-risk"), (double) row.atRisk());
                put(all, String.format(of, "other"), (double) row.other());
            }
            List<NaiveFigures.Queue> queues = expected.queues();
            expected.units().forEach(unit -> putUnit(all, unit, queues));
            generated.sources().stream()
                    .filter(GeneratedCity.Source::sendsHeartbeats)
                    .forEach(source -> put(
                            all,
                            "tepati_source_silent{source=\"" + source.name() + "\",unit=\"" + source.unit() + "\"}",
                            source.isSilent() ? 1.0 : 0.0));
            assertThat(gauges()).containsExactlyInAnyOrderEntriesOf(all);
        }

        private void putUnit(Map<String, Double> all, NaiveFigures.OfUnit unit, List<NaiveFigures.Queue> ofCity) {
            String label = "unit=\"" + unit.unit() + "\"";
            UnitId id = new UnitId(unit.unit());
            if (unit.status() != null) {
                Stream.of("kept", "at-risk", "not-kept", "no-target", "no-data")
                        .forEach(state -> put(
                                all,
                                "tepati_unit_state{state=\"" + state + "\"," + label + "}",
                                state.equals(unit.status()) ? 1.0 : 0.0));
            }
            put(all, "tepati_unit_oldest_overdue_seconds{" + label + "}", (double) expected.oldestOverdueSeconds(id));
            if (expected.hasOpenQueue(id)) {
                List<NaiveFigures.Queue> queues = ofCity.stream()
                        .filter(queue -> queue.unit().equals(unit.unit()) && queue.open())
                        .toList();
                put(all, "tepati_queue_waiting{" + label + "}", (double) sum(queues, NaiveFigures.Queue::waiting));
                put(all, "tepati_queue_oldest_wait_seconds{" + label + "}", (double) queues.stream()
                        .mapToLong(queue -> queue.oldestWait() == null ? 0 : queue.oldestWait())
                        .max()
                        .orElse(0));
            }
        }

        private static void putVerdicts(Map<String, Double> all, NaiveFigures.OfPromise row, String window) {
            String labels = labels(row.service(), row.promise(), row.unit());
            String of = "tepati_promise_verdicts{" + labels + ",verdict=\"%s\",window=\"" + window + "\"}";
            put(all, String.format(of, "on-time"), (double) row.onTime());
            put(all, String.format(of, "late"), (double) row.late());
        }

        private static String labels(String service, String promise, String unit) {
            return "promise=\"" + promise + "\",service=\"" + service + "\",unit=\"" + unit + "\"";
        }

        private static void put(Map<String, Double> gauges, String series, Double value) {
            if (value != null) {
                gauges.put(series, value);
            }
        }

        private void checkCompliance() {
            for (int days : new int[] {30, 7}) {
                List<ComplianceRow> rows = generated.places().stream()
                        .flatMap(place -> rows(place, days).stream())
                        .toList();
                assertThat(rows.stream().map(City::ofPromise))
                        .containsExactlyInAnyOrderElementsOf(expected.promises(days));
                assertThat(rows).allMatch(row -> row.fewVerdicts() == row.n() < 8);
                assertThat(rows.stream().map(City::openOf))
                        .containsExactlyInAnyOrderElementsOf(expected.open().stream()
                                .map(row -> List.<Object>of(
                                        row.unit(), row.service(), row.promise(), row.all(), row.atRisk()))
                                .toList());
            }
            checkSumOfUnits();
        }

        private static NaiveFigures.OfPromise ofPromise(ComplianceRow row) {
            return new NaiveFigures.OfPromise(
                    row.unit(),
                    row.service(),
                    row.promise(),
                    row.onTime(),
                    row.late(),
                    row.attainment(),
                    number(row.target()),
                    row.kept(),
                    wireName(row.status()));
        }

        private static List<Object> openOf(ComplianceRow row) {
            return List.of(row.unit(), row.service(), row.promise(), row.open(), row.atRisk());
        }

        /** Whoever asks for all of the city is told the sum of what is told of its units, and late ones as in the metrics. */
        private void checkSumOfUnits() {
            UnitId city = new UnitId("kota");
            List<NaiveFigures.Open> open = expected.open();
            List<ComplianceRow> units = rows(city, true, Period.ALWAYS, Group.UNIT);
            for (ComplianceRow whole : rows(city, true, Period.ALWAYS, Group.NONE)) {
                List<ComplianceRow> parts = units.stream()
                        .filter(row -> row.promise().equals(whole.promise()))
                        .toList();
                assertThat(whole.onTime()).isEqualTo(sum(parts, ComplianceRow::onTime));
                assertThat(whole.late()).isEqualTo(sum(parts, ComplianceRow::late));
                assertThat(whole.open()).isEqualTo(sum(parts, ComplianceRow::open));
                assertThat(whole.lateOpen())
                        .isEqualTo(open.stream()
                                .filter(row -> row.promise().equals(whole.promise()))
                                .mapToLong(NaiveFigures.Open::late)
                                .sum());
            }
        }

        /** The clocks behind the figures of what is open: each says itself whether it is late or at risk. */
        private void checkCases() {
            Scope scope = new Scope(new UnitId("kota"), true, null, null, null, Period.ALWAYS, DateBasis.VERDICT);
            List<Cases.Item> clocks = generated
                    .held()
                    .ask(model -> Cases.answer(model, scope, Cases.Filter.ALL, ALL, now))
                    .cases();
            List<NaiveFigures.Open> open = expected.open();
            assertThat(count(clocks, Cases.Item::open)).isEqualTo(sum(open, NaiveFigures.Open::all));
            assertThat(count(clocks, Cases.Item::atRisk)).isEqualTo(sum(open, NaiveFigures.Open::atRisk));
            assertThat(count(clocks, clock -> clock.open() && clock.outcome().equals("late")))
                    .isEqualTo(sum(open, NaiveFigures.Open::late));
        }

        private void checkQueues() {
            Queues.Answer answer = queues();
            List<NaiveFigures.Queue> expectedRows = expected.queues();
            assertThat(answer.rows().stream()
                            .map(row -> new NaiveFigures.Queue(
                                    row.unit(),
                                    row.service(),
                                    row.stage(),
                                    row.open(),
                                    row.waiting(),
                                    row.oldestWait(),
                                    row.serving(),
                                    row.servedLastHour())))
                    .containsExactlyInAnyOrderElementsOf(expectedRows);
            assertThat(answer.waiting())
                    .isEqualTo(sum(
                            expectedRows.stream()
                                    .filter(NaiveFigures.Queue::open)
                                    .toList(),
                            NaiveFigures.Queue::waiting));
        }

        private static String wireName(UnitStatus status) {
            return status == null ? null : status.wireName();
        }

        private static Double number(BigDecimal number) {
            return number == null ? null : number.doubleValue();
        }

        private static <T> long count(List<T> some, Predicate<T> which) {
            return some.stream().filter(which).count();
        }

        private static <T> long sum(List<T> some, ToLongFunction<T> what) {
            return some.stream().mapToLong(what).sum();
        }
    }

    /** On a Monday afternoon, when the east has closed already; when it is tomorrow in the east already; on a Sunday. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23T07:30:00Z", "2026-11-23T15:30:00Z", "2026-11-29T05:00:00Z"})
    void everyAnswerTellsTheSameOfAGeneratedCity(Instant now) {
        City.at(now).check();
    }

    /** Else it would prove little. */
    @Test
    void theCityHasEverythingThatMayGoWrong() {
        NaiveFigures city = City.at(Instant.parse("2026-11-23T07:30:00Z")).expected();

        assertThat(city.units())
                .hasSizeGreaterThan(60)
                .extracting(NaiveFigures.OfUnit::status)
                .contains(null, "no-data", "no-target", "kept", "at-risk", "not-kept");
        assertThat(city.promises(30)).extracting(NaiveFigures.OfPromise::n).contains(0L, 1L, 7L, 8L, 9L);
        assertThat(city.promises(30))
                .as("exactly at the target")
                .anyMatch(row ->
                        row.target() != null && row.target() < 1 && row.target().equals(row.attainment()));
        assertThat(city.promises(7)).isNotEqualTo(city.promises(30));
        assertThat(city.units()).anyMatch(unit -> unit.status() != null && unit.silent() > 0);
        assertThat(city.queues()).extracting(NaiveFigures.Queue::open).contains(true, false);
        assertThat(city.queues()).anyMatch(queue -> queue.servedLastHour() > 0);
    }

    /** Over the instants at which cases come to be at risk, counters close and days turn. */
    @Test
    void whatIsRememberedIsWhatWouldBeWorkedOutAnew() {
        City city = City.at(Instant.parse("2026-11-23T07:30:00Z"));
        Standings remembering = new Standings();
        for (long seconds : new long[] {0, 1, 2, 3_600, 7_200, 30_600, 34_200, 48_600}) {
            Instant later = city.now().plusSeconds(seconds);
            city.generated().held().now(later);
            city.generated().held().ask(model -> {
                assertThat(CitySample.of(model, remembering, later))
                        .isEqualTo(CitySample.of(model, new Standings(), later));
                assertThat(Overview.answer(model, null, remembering, later))
                        .isEqualTo(Overview.answer(model, null, new Standings(), later));
                return later;
            });
        }
    }

    /** One verdict of thousands that is in the tallies and in no case. */
    @Test
    void aSingleVerdictMoreIsNoticed() {
        City city = City.at(Instant.parse("2026-11-23T07:30:00Z"));
        Slot slot = new Slot(
                new ServiceId("ktp-el"), new PromiseName("completion"), new Bucket.Day(LocalDate.parse("2026-11-20")));
        OutputKey.OfTally key = new OutputKey.OfTally(new UnitId("kel-1-9"), slot);
        Tally verdict = new Tally(1, 0, 1, 0, 0, 0, 0, Distribution.EMPTY, Distribution.EMPTY);
        city.generated().held().put(Topics.TALLIES, key.toString(), TallyRow.JSON.write(TallyRow.of(key, verdict)));

        assertThatThrownBy(city::checkOverview).isInstanceOf(AssertionError.class);
        assertThatThrownBy(city::checkSums).isInstanceOf(AssertionError.class);
        assertThatThrownBy(city::checkSample).isInstanceOf(AssertionError.class);
        assertThatThrownBy(city::checkGauges).isInstanceOf(AssertionError.class);
        assertThatThrownBy(city::checkCompliance).isInstanceOf(AssertionError.class);
    }
}
