package id.tepati.dashboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.dashboard.readmodel.ModelFixture;
import id.tepati.rules.UnitId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;

/** Whatever is written in whatever order and however much at once, the answers are those that all records give. */
@AddLifecycleHook(ModelAgainstOracleTest.NeedsDatabase.class)
final class ModelAgainstOracleTest {
    private static final LocalDate TODAY = LocalDate.ofInstant(RandomChanges.START, ZoneOffset.UTC);
    private static final CatalogueView CATALOGUE = CatalogueView.of(ModelFixture.catalogue());
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private static DatabaseAddress address;
    private static Database database;
    private static ModelWriter writer;
    private static ModelStore store;

    static final class NeedsDatabase implements SkipExecutionHook {
        @Override
        public SkipResult shouldBeSkipped(LifecycleContext context) {
            return TestDatabase.isHere() ? SkipResult.doNotSkip() : SkipResult.skip("there is no such database here");
        }
    }

    @BeforeContainer
    static void open() {
        address = TestDatabase.fresh();
        database = Database.open(address);
        writer = ModelWriter.of(database).orElseThrow();
        store = store();
    }

    @AfterContainer
    static void close() {
        writer.close();
        database.close();
        TestDatabase.drop(address);
    }

    private static ModelStore store() {
        ModelStore opened = new ModelStore(database, Clock.fixed(RandomChanges.START, ZoneOffset.UTC));
        opened.catalogue(CATALOGUE);
        return opened;
    }

    @Provide
    Arbitrary<List<RandomChanges.Batch>> batches() {
        return RandomChanges.batches();
    }

    @Provide
    Arbitrary<ClockFilter> filters() {
        return RandomChanges.filters();
    }

    @Property(tries = 60)
    void answersAreThoseOfAllRecords(
            @ForAll("batches") List<RandomChanges.Batch> batches,
            @ForAll("filters") ClockFilter filter,
            @ForAll @IntRange(min = 1, max = 7) int limit) {
        NaiveModel naive = new NaiveModel(CATALOGUE::zone, RandomChanges.START);
        writer.empty();
        for (RandomChanges.Batch batch : batches) {
            ChangeSet changes = new ChangeSet();
            batch.changes().forEach(change -> change.addTo(changes, naive));
            naive.now(naive.now().plus(batch.later()));
            writer.commit(changes, List.of(), naive.now());
            if (writer.isFilled()) {
                store.ask(model -> agrees(model, naive, filter, limit));
            }
            writer.fill();
        }
        store().ask(model -> agrees(model, naive, filter, limit));
    }

    private static boolean agrees(Model model, NaiveModel naive, ClockFilter filter, int limit) {
        figuresAgree(model, naive);
        daysAgree(model, naive);
        listsAgree(model.clocks(), naive, filter, limit);
        for (UnitId unit : RandomChanges.UNITS) {
            casesAgree(model.cases(), naive, unit, limit);
            waitsAgree(model.clocks(), naive, unit, limit);
        }
        return true;
    }

    private static void figuresAgree(Model model, NaiveModel naive) {
        for (UnitId unit : RandomChanges.UNITS) {
            UnitFigures figures = model.figures(unit);
            assertThat(List.of(figures.cases(), figures.incomplete(), figures.open(), figures.atRisk(), figures.late()))
                    .isEqualTo(naive.unitFigures(unit));
            series().forEach(series -> {
                PromiseFigures promise = figures.promises().getOrDefault(series, PromiseFigures.NONE);
                assertThat(List.of(promise.openLate(), promise.openAtRisk(), promise.openOther(), promise.tallied()))
                        .isEqualTo(naive.promiseFigures(unit, series));
            });
        }
        assertThat(model.sizes().cases()).isEqualTo(naive.cases().size());
        assertThat(model.sizes().tallies()).isEqualTo(naive.tallies().size());
    }

    private static Stream<Series> series() {
        return RandomChanges.SERVICES.stream()
                .flatMap(service -> RandomChanges.CLOCKS.stream().map(clock -> new Series(service, clock)));
    }

    /** Periods before, across and after the first of the days that are in memory. */
    private static void daysAgree(Model model, NaiveModel naive) {
        List<UnitId> some = RandomChanges.UNITS.subList(1, RandomChanges.UNITS.size());
        daysAgree(model, naive, RandomChanges.UNITS, LocalDate.MIN, LocalDate.MAX);
        daysAgree(model, naive, some, TODAY.minusDays(500), TODAY.minusDays(101));
        daysAgree(model, naive, some, TODAY.minusDays(102), TODAY.minusDays(35));
        daysAgree(model, naive, some, TODAY.minusDays(99), TODAY);
    }

    private static void daysAgree(Model model, NaiveModel naive, List<UnitId> units, LocalDate from, LocalDate to) {
        Map<NaiveModel.TallyKey, String> told = new HashMap<>();
        model.days(
                units,
                from,
                to,
                (unit, series, day, tally) -> assertThat(
                                told.put(new NaiveModel.TallyKey(unit, series, day), text(tally)))
                        .isNull());
        Map<NaiveModel.TallyKey, String> expected = new HashMap<>();
        naive.days(units, from, to).forEach((key, tally) -> expected.put(key, text(tally)));
        assertThat(told).isEqualTo(expected);
    }

    private static String text(DayTally tally) {
        return List.of(
                        tally.opened(),
                        tally.noPromise(),
                        tally.onTime(),
                        tally.late(),
                        tally.lateOpen(),
                        tally.cancelled(),
                        tally.unserved())
                + HexFormat.of().formatHex(tally.duration().bytes()) + "|"
                + HexFormat.of().formatHex(tally.used().bytes());
    }

    private static void listsAgree(ClockRows clocks, NaiveModel naive, ClockFilter filter, int limit) {
        List<NaiveModel.Placed> expected = naive.list(RandomChanges.UNITS, filter);
        List<ListedClock> listed = new ArrayList<>();
        String after = null;
        List<ListedClock> page;
        do {
            page = clocks.page(RandomChanges.UNITS, filter, after, limit);
            listed.addAll(page);
            after = page.isEmpty() ? null : page.get(page.size() - 1).cursor();
        } while (page.size() == limit);
        assertThat(names(listed)).isEqualTo(namesOf(expected));

        for (UnitId unit : RandomChanges.UNITS) {
            List<NaiveModel.Placed> own = naive.list(List.of(unit), filter);
            long cases = own.stream().map(NaiveModel.Placed::of).distinct().count();
            assertThat(clocks.count(unit, filter)).isEqualTo(new ClockRows.Total(own.size(), cases));
            List<StoredClock> each = new ArrayList<>();
            clocks.each(unit, filter, each::add);
            assertThat(each)
                    .containsExactlyInAnyOrderElementsOf(own.stream()
                            .map(placed -> StoredClock.of(placed.clock()))
                            .toList());
            assertThat(names(clocks.late(unit, limit))).isEqualTo(first(limit, namesOf(naive.late(unit))));
            assertThat(names(clocks.lastLate(unit, limit))).isEqualTo(first(limit, namesOf(naive.lastLate(unit))));
        }
    }

    private static List<String> names(List<ListedClock> listed) {
        return listed.stream()
                .map(clock -> NaiveModel.Placed.name(clock.unit(), clock.caseId(), clock.number() % CaseTable.PLACES))
                .toList();
    }

    private static List<String> namesOf(List<NaiveModel.Placed> placed) {
        return placed.stream().map(NaiveModel.Placed::name).toList();
    }

    private static <T> List<T> first(int limit, List<T> all) {
        return all.subList(0, Math.min(limit, all.size()));
    }

    private static void casesAgree(CaseRows cases, NaiveModel naive, UnitId unit, int limit) {
        List<String> incomplete = naive.incomplete(unit);
        assertThat(cases.incomplete(unit, "", limit))
                .extracting(row -> row.caseId())
                .isEqualTo(first(limit, incomplete));
        if (!incomplete.isEmpty()) {
            assertThat(cases.incomplete(unit, incomplete.get(0), limit))
                    .extracting(row -> row.caseId())
                    .isEqualTo(first(limit, incomplete.subList(1, incomplete.size())));
        }
        List<CaseRows.Finished> finished = new ArrayList<>();
        Instant until = RandomChanges.START.plus(Duration.ofDays(10));
        cases.finished(unit, RandomChanges.START.minus(Duration.ofDays(10)), until, finished::add);
        assertThat(finished).containsExactlyInAnyOrderElementsOf(naive.finished(unit));
        naive.cases()
                .forEach((key, row) ->
                        assertThat(cases.find(key.unit(), key.id())).contains(row));
    }

    private static void waitsAgree(ClockRows clocks, NaiveModel naive, UnitId unit, int limit) {
        assertThat(starts(clocks.longestAway(unit, limit)))
                .isEqualTo(first(limit, naive.longest(unit, false, RandomChanges.SERVICES)));
        assertThat(starts(clocks.longestAtCounter(unit, List.of("kk"), limit)))
                .isEqualTo(first(limit, naive.longest(unit, true, List.of("kk"))));
        assertThat(clocks.atCounters(List.of(unit)).stream()
                        .mapToLong(ClockRows.AtCounter::count)
                        .sum())
                .isEqualTo(naive.atCounters(unit));
        assertThat(clocks.served(naive.now(), AN_HOUR).stream()
                        .filter(served -> served.unit().equals(unit.value()))
                        .mapToLong(ClockRows.Served::count)
                        .sum())
                .isEqualTo(naive.served(unit, naive.now().minus(AN_HOUR)));
    }

    private static List<Instant> starts(List<ListedClock> listed) {
        return listed.stream().map(clock -> clock.clock().start()).toList();
    }
}
