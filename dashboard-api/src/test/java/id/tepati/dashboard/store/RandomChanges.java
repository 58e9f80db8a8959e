package id.tepati.dashboard.store;

import id.tepati.contract.output.CaseRow;
import id.tepati.contract.output.ClockRow;
import id.tepati.rules.CaseId;
import id.tepati.rules.CaseKey;
import id.tepati.rules.UnitId;
import id.tepati.rules.WireName;
import id.tepati.rules.judge.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** What a pipeline might publish of few units, so that it often speaks of the same cases, instants and days again. */
final class RandomChanges {
    /** When the model is begun. */
    static final Instant START = Instant.parse("2026-11-20T01:00:00Z");

    /** The last one is in no catalogue. */
    static final List<UnitId> UNITS = List.of(
            new UnitId("kel-melati"), new UnitId("kec-mawar"), new UnitId("kel-kenanga"), new UnitId("kel-lain"));

    /** In the order of a dictionary, or of UTF-16, they are in another order than by their bytes. */
    private static final List<String> IDS =
            List.of("a-1", "B-1", "A 2", "A-1", "_z", "Ä9", "zz", "\uFF41", "\uD835\uDCB3");

    static final List<String> SERVICES = List.of("ktp-el", "kk");
    static final List<String> CLOCKS = List.of("completion", "waiting", "serving", "resolution");

    private static final Set<Outcome> MAY_RUN = Set.of(Outcome.LATE, Outcome.NO_PROMISE, Outcome.UNNAMED);

    /** Around the first of the days that are kept in memory, and around today. */
    private static final List<Integer> DAYS = List.of(-400, -102, -101, -100, -99, -35, -1, 0, 1);

    private RandomChanges() {}

    /** What is read at once, so much later than what was read before. */
    record Batch(Duration later, List<Change> changes) {}

    /** A record. */
    interface Change {
        void addTo(ChangeSet changes, NaiveModel naive);
    }

    private record PutCase(CaseRow row) implements Change {
        @Override
        public void addTo(ChangeSet changes, NaiveModel naive) {
            changes.putCase(row.key(), StoredCase.of(row.key(), CaseRow.JSON.write(row)));
            naive.cases().put(row.key(), row);
        }
    }

    private record DropCase(CaseKey key) implements Change {
        @Override
        public void addTo(ChangeSet changes, NaiveModel naive) {
            changes.putCase(key, null);
            naive.cases().remove(key);
        }
    }

    private record PutTally(NaiveModel.TallyKey key, DayTally tally) implements Change {
        @Override
        public void addTo(ChangeSet changes, NaiveModel naive) {
            changes.putTally(key.unit(), key.series(), key.day(), tally);
            naive.tallies().put(key, tally);
        }
    }

    private record DropTally(NaiveModel.TallyKey key) implements Change {
        @Override
        public void addTo(ChangeSet changes, NaiveModel naive) {
            changes.putTally(key.unit(), key.series(), key.day(), null);
            naive.tallies().remove(key);
        }
    }

    static Arbitrary<List<Batch>> batches() {
        Arbitrary<Batch> batch = Arbitraries.randomValue(RandomChanges::change)
                .list()
                .ofMaxSize(40)
                .flatMap(changes -> Arbitraries.integers()
                        .between(0, 300)
                        .map(minutes -> new Batch(Duration.ofMinutes(minutes), changes)));
        return batch.list().ofMinSize(2).ofMaxSize(5);
    }

    private static Change change(Random random) {
        CaseKey key = new CaseKey(pick(random, UNITS), new CaseId(pick(random, IDS)));
        NaiveModel.TallyKey tally = new NaiveModel.TallyKey(
                pick(random, UNITS),
                new Series(pick(random, SERVICES), pick(random, CLOCKS)),
                LocalDate.ofInstant(START, ZoneOffset.UTC).plusDays(pick(random, DAYS)));
        return switch (random.nextInt(8)) {
            case 0 -> new DropCase(key);
            case 1 -> new DropTally(tally);
            case 2, 3 -> new PutTally(tally, tally(random));
            default -> new PutCase(row(key, random));
        };
    }

    private static DayTally tally(Random random) {
        long[] counts = random.longs(7, 0, 4).toArray();
        byte[] packed = new byte[random.nextInt(3)];
        random.nextBytes(packed);
        return DayTally.of(counts, packed, new byte[] {0, -1});
    }

    private static CaseRow row(CaseKey key, Random random) {
        List<ClockRow> clocks = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            clocks.add(clock(random));
        }
        return new CaseRow(
                CaseRow.VERSION, key.unit().value(), key.id().value(), random.nextInt(5) == 0, clocks, List.of());
    }

    private static ClockRow clock(Random random) {
        String clock = pick(random, CLOCKS);
        String promise = random.nextInt(6) == 0 ? null : clock;
        Outcome outcome = promise == null
                ? Outcome.UNNAMED
                : pick(
                        random,
                        Outcome.OPEN,
                        Outcome.OPEN,
                        Outcome.LATE,
                        Outcome.ON_TIME,
                        Outcome.CANCELLED,
                        Outcome.NO_PROMISE);
        boolean open = outcome == Outcome.OPEN || (MAY_RUN.contains(outcome) && random.nextBoolean());
        Instant start = START.minus(Duration.ofMinutes(random.nextInt(10_000)));
        Instant end = open ? null : hours(random, -30, 30);
        boolean judged = outcome == Outcome.LATE || outcome == Outcome.ON_TIME;
        Instant verdictAt = judged ? hours(random, -100, 10) : null;
        boolean done = !open && random.nextBoolean();
        return new ClockRow(
                clock,
                random.nextInt(4) == 0 ? "pendaftaran" : null,
                1,
                pick(random, SERVICES),
                promise,
                WireName.of(outcome),
                open,
                start,
                LocalDate.ofInstant(start, ZoneOffset.UTC),
                end,
                random.nextInt(5) == 0 ? null : hours(random, -2, 2),
                null,
                null,
                null,
                outcome == Outcome.OPEN && random.nextInt(4) > 0 ? hours(random, -2, 20) : null,
                verdictAt,
                verdictAt == null ? null : LocalDate.ofInstant(verdictAt, ZoneOffset.UTC),
                null,
                done ? Duration.between(start, end).toSeconds() : null,
                done && random.nextBoolean() ? 4_000L : null,
                null,
                null,
                null,
                null,
                "kantor",
                null);
    }

    static Arbitrary<ClockFilter> filters() {
        return Arbitraries.randomValue(random -> new ClockFilter(
                maybe(random, SERVICES),
                maybe(random, CLOCKS),
                maybe(random, CLOCKS),
                pick(random, DateBasis.values()),
                maybeDay(random, -4),
                maybeDay(random, 0),
                random.nextBoolean() ? null : pick(random, ClockStatus.values()),
                outcomes(random)));
    }

    private static Set<Outcome> outcomes(Random random) {
        Set<Outcome> outcomes = new HashSet<>();
        for (int i = Math.max(0, random.nextInt(6) - 3); i > 0; i--) {
            outcomes.add(pick(random, Outcome.values()));
        }
        return outcomes;
    }

    private static String maybe(Random random, List<String> names) {
        return random.nextInt(4) == 0 ? pick(random, names) : null;
    }

    private static LocalDate maybeDay(Random random, int around) {
        return random.nextBoolean()
                ? null
                : LocalDate.ofInstant(START, ZoneOffset.UTC).plusDays(around + random.nextInt(3) - 1L);
    }

    private static Instant hours(Random random, int from, int to) {
        return START.plus(Duration.ofHours(from + random.nextInt(to - from + 1)));
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... from) {
        return from[random.nextInt(from.length)];
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
