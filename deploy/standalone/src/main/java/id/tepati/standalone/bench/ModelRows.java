package id.tepati.standalone.bench;

import id.tepati.contract.output.CaseRow;
import id.tepati.contract.output.ClockRow;
import id.tepati.contract.output.EventRow;
import id.tepati.contract.output.OutputKey;
import id.tepati.contract.output.TallyRow;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.Catalogue;
import id.tepati.rules.catalogue.PromiseName;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.CaseFile;
import id.tepati.rules.event.Details;
import id.tepati.rules.event.Digest;
import id.tepati.rules.event.EventIdentity;
import id.tepati.rules.event.EventType;
import id.tepati.rules.event.Field;
import id.tepati.rules.event.Sequence;
import id.tepati.rules.judge.Judgement;
import id.tepati.rules.statistics.Distribution;
import id.tepati.rules.tally.Bucket;
import id.tepati.rules.tally.Slot;
import id.tepati.rules.tally.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What the pipeline would write of the cases of a {@link ModelCity}: files that were accepted in the last month and are
 * open, and tallies of days. The same number gives the same record. Immutable.
 */
final class ModelRows {
    /** The oldest file was accepted so long ago; with a promise of fewer days the older ones are late. */
    static final Duration OLDEST = Duration.ofDays(30);

    private static final Duration BEFORE_ACCEPTANCE = Duration.ofMinutes(40);
    private static final PromiseName PROMISE = new PromiseName("completion");
    private static final int TALLIES = 512;
    private static final int DECIDED_A_DAY = 20;
    private static final int MOST_SECONDS = 2_000_000;
    private static final int WHOLE_PROMISE = 10_000;

    private final ModelCity city;
    private final Catalogue catalogue;
    private final Instant now;
    private final List<Tally> tallies;

    /** A record of an output topic. */
    static final class Row {
        private final OutputKey key;
        private final byte[] value;

        private Row(OutputKey key, byte[] value) {
            this.key = key;
            this.value = value;
        }

        OutputKey key() {
            return key;
        }

        /** Not to be changed. */
        byte[] value() {
            return value;
        }
    }

    /** Rows as of an instant. */
    ModelRows(ModelCity city, Instant now) {
        this.city = city;
        this.catalogue = city.catalogue();
        this.now = now;
        this.tallies = IntStream.range(0, TALLIES).mapToObj(ModelRows::tally).toList();
    }

    private static Tally tally(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Distribution duration = Distribution.EMPTY;
        Distribution used = Distribution.EMPTY;
        for (int i = 0; i < DECIDED_A_DAY; i++) {
            duration = duration.plus(random.nextInt(MOST_SECONDS));
            used = used.plus(random.nextInt(WHOLE_PROMISE));
        }
        int late = random.nextInt(DECIDED_A_DAY / 2);
        return new Tally(DECIDED_A_DAY, 0, DECIDED_A_DAY - late, late, 0, 0, 0, duration, used);
    }

    /** When a file was accepted. */
    Instant acceptedAt(int number) {
        return now.minusMillis(new SplittableRandom(number).nextLong(OLDEST.toMillis()));
    }

    /** An open file. */
    Row open(int number) {
        return row(number, List.of(), now);
    }

    /** The same file, decided at an instant. */
    Row decided(int number, Instant at) {
        Details granted = new Details(Map.of(Field.OUTCOME, "granted"));
        return row(number, List.of(event(number, EventType.APPLICATION_DECIDED, at, granted)), at);
    }

    private Row row(int number, List<CaseEvent> more, Instant asOf) {
        UnitId unit = city.unitOf(number);
        Instant accepted = acceptedAt(number);
        List<CaseEvent> events = new ArrayList<>(more);
        events.add(event(number, EventType.APPLICATION_SUBMITTED, accepted.minus(BEFORE_ACCEPTANCE), Details.NONE));
        events.add(event(number, EventType.APPLICATION_ACCEPTED, accepted, Details.NONE));
        CaseFile file = CaseFile.of(events);
        Judgement judgement = Judgement.of(file, unit, catalogue, asOf);
        CaseRow row = new CaseRow(
                CaseRow.VERSION,
                unit.value(),
                ModelCity.caseId(number).value(),
                judgement.course().isIncomplete(),
                judgement.verdicts().stream().map(ClockRow::of).toList(),
                file.events().stream().map(EventRow::of).toList());
        return new Row(new OutputKey.OfCase(row.key()), CaseRow.JSON.write(row));
    }

    private CaseEvent event(int number, EventType type, Instant at, Details details) {
        SplittableRandom random =
                new SplittableRandom(31L * number + type.shortName().hashCode());
        return new CaseEvent(
                type,
                at,
                new EventIdentity(
                        "urn:uji:loket-" + number % city.units(), new Digest(random.nextLong(), random.nextLong())),
                Sequence.NONE,
                new Digest(random.nextLong(), random.nextLong()),
                city.serviceOf(number),
                details);
    }

    /** The tally of a service of a unit on a day. */
    Row tally(UnitId unit, ServiceId service, LocalDate day) {
        OutputKey.OfTally key = new OutputKey.OfTally(unit, new Slot(service, PROMISE, new Bucket.Day(day)));
        Tally tally = tallies.get(Math.floorMod(key.hashCode(), TALLIES));
        return new Row(key, TallyRow.JSON.write(TallyRow.of(key, tally)));
    }

    /** The tally in which a decided file counts. */
    Row tallyOf(int number, LocalDate day) {
        return tally(city.unitOf(number), city.serviceOf(number), day);
    }
}
