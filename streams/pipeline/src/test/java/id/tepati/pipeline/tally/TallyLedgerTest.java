package id.tepati.pipeline.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import id.tepati.contract.output.OutputKey;
import id.tepati.contract.output.TallyRow;
import id.tepati.pipeline.deadline.TimerIndex;
import id.tepati.pipeline.deadline.TimerIndex.Kind;
import id.tepati.pipeline.deadline.TimerIndex.Timer;
import id.tepati.pipeline.node.NodeNames;
import id.tepati.pipeline.node.Outbox;
import id.tepati.pipeline.state.Section;
import id.tepati.pipeline.state.TallyCodec;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.PromiseName;
import id.tepati.rules.statistics.Distribution;
import id.tepati.rules.tally.Bucket;
import id.tepati.rules.tally.Contribution;
import id.tepati.rules.tally.Slot;
import id.tepati.rules.tally.Tally;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

final class TallyLedgerTest {
    private static final UnitId UNIT = new UnitId("dinas-melati");
    private static final Instant START = Instant.parse("2026-11-21T02:00:00Z");
    private static final Slot DAY = slot(Bucket.parse("2026-11-21"));
    private static final Slot MINUTES = slot(new Bucket.FiveMinutes(START));
    private static final String DAY_KEY = "dinas-melati|izin|completion|2026-11-21";
    private static final String MINUTES_KEY = "dinas-melati|izin|completion|2026-11-21T02:00:00Z";
    private static final Tally OPENED = counts(1, 0, 0);
    private static final Tally KEPT = counts(1, 1, 0);
    private static final Tally BROKEN = counts(1, 0, 1);

    private final KeyValueStore<Bytes, byte[]> store =
            Stores.inMemoryKeyValueStore("state").get();
    private final Section section = new Section(store, Section.Of.TALLIES);
    private final TimerIndex timers =
            new TimerIndex(new Section(Stores.inMemoryKeyValueStore("timers").get(), Section.Of.TIMERS));
    private final MockProcessorContext<Object, Object> context = new MockProcessorContext<>(new Properties());
    private final TallyLedger ledger = new TallyLedger(section, timers, new Outbox(context));

    @Test
    void addsUpWhatCasesContribute() {
        replace(Contribution.NONE, of(DAY, KEPT), START);
        replace(Contribution.NONE, of(DAY, BROKEN), START);

        assertThat(stored(DAY_KEY)).isEqualTo(counts(2, 1, 1));
        assertThat(sent()).containsExactly(DAY_KEY + " " + row(DAY, KEPT), DAY_KEY + " " + row(DAY, counts(2, 1, 1)));
    }

    @Test
    void isWrittenOnceForAllChangesBeforeACommit() {
        ledger.replace(UNIT, Contribution.NONE, of(DAY, KEPT), START);
        ledger.replace(UNIT, Contribution.NONE, of(DAY, BROKEN), START);

        assertThat(sent()).isEmpty();
        assertThat(ledger.at(UNIT, DAY)).isEqualTo(counts(2, 1, 1));

        ledger.flush();
        ledger.flush();

        assertThat(stored(DAY_KEY)).isEqualTo(counts(2, 1, 1));
        assertThat(sent()).containsExactly(DAY_KEY + " " + row(DAY, counts(2, 1, 1)));
    }

    @Test
    void whatIsTakenBackBeforeACommitWasNeverThere() {
        ledger.replace(UNIT, Contribution.NONE, of(MINUTES, KEPT), START);
        ledger.replace(UNIT, of(MINUTES, KEPT), Contribution.NONE, START);
        ledger.flush();

        assertThat(store.approximateNumEntries()).isZero();
        assertThat(timers.hasDue(START.plus(Duration.ofDays(2)))).isFalse();
        assertThat(sent()).isEmpty();
    }

    @Test
    void knowsWhatAFormerLedgerWrote() {
        replace(Contribution.NONE, of(DAY, KEPT), START);

        assertThat(new TallyLedger(section, timers, new Outbox(context)).at(UNIT, DAY))
                .isEqualTo(KEPT);
    }

    @Test
    void takesTheFormerContributionBack() {
        replace(Contribution.NONE, of(DAY, OPENED), START);
        replace(Contribution.NONE, of(DAY, OPENED), START);

        replace(of(DAY, OPENED), of(DAY, BROKEN), START);

        assertThat(stored(DAY_KEY)).isEqualTo(counts(2, 0, 1));
    }

    @Test
    void whatStaysTheSameIsNotSentAgain() {
        replace(Contribution.NONE, of(DAY, OPENED), START);
        context.resetForwards();

        replace(of(DAY, OPENED), of(DAY, OPENED), START);

        assertThat(sent()).isEmpty();
    }

    @Test
    void aTallyOfNothingIsATombstone() {
        replace(Contribution.NONE, of(DAY, OPENED), START);
        context.resetForwards();

        replace(of(DAY, OPENED), Contribution.NONE, START);

        assertThat(store.approximateNumEntries()).isZero();
        assertThat(sent()).containsExactly(DAY_KEY + " gone");
    }

    @Test
    void takingBackWhatWasNeverGivenIsAnErrorOfOurs() {
        assertThatIllegalStateException()
                .isThrownBy(() -> replace(of(DAY, OPENED), Contribution.NONE, START))
                .withMessageContaining("below zero");
    }

    @Test
    void fiveMinutesAreDueToLeaveTwoDaysAfterTheirStart() {
        replace(Contribution.NONE, of(MINUTES, OPENED), START);

        assertThat(timers.due(START.plus(Duration.ofDays(2)), 10)).containsExactly(leaving());
        ledger.drop(leaving().subject());
        ledger.drop(leaving().subject());

        assertThat(store.approximateNumEntries()).isZero();
        assertThat(sent()).containsExactly(MINUTES_KEY + " " + row(MINUTES, OPENED), MINUTES_KEY + " gone");
    }

    @Test
    void whatHasLeftIsNotTakenBack() {
        replace(Contribution.NONE, of(MINUTES, OPENED), START);
        ledger.drop(leaving().subject());
        context.resetForwards();

        replace(of(MINUTES, OPENED), Contribution.NONE, START.plus(Duration.ofDays(2)));

        assertThat(sent()).isEmpty();
    }

    @Test
    void nothingIsGivenToWhatIsNoLongerKept() {
        Instant end = START.plus(Duration.ofDays(2));
        TreeMap<Slot, Tally> both = new TreeMap<>(Map.of(DAY, OPENED, MINUTES, OPENED));

        assertThat(TallyLedger.kept(new Contribution(both), end.minusNanos(1000))
                        .parts())
                .isEqualTo(both);
        assertThat(TallyLedger.kept(new Contribution(both), end).parts()).containsOnlyKeys(DAY);
    }

    private void replace(Contribution before, Contribution after, Instant asOf) {
        ledger.replace(UNIT, before, after, asOf);
        ledger.flush();
    }

    private Tally stored(String key) {
        return TallyCodec.read(section.get(Bytes.wrap(key.getBytes(StandardCharsets.UTF_8))));
    }

    private List<String> sent() {
        return context.forwarded(NodeNames.TALLIES_OUT).stream()
                .map(sent ->
                        text(sent.record().key()) + " " + text(sent.record().value()))
                .toList();
    }

    private static String text(Object bytes) {
        return bytes == null ? "gone" : new String((byte[]) bytes, StandardCharsets.UTF_8);
    }

    private static Timer leaving() {
        return new Timer(
                START.plus(Duration.ofDays(2)), Kind.TALLY, Bytes.wrap(MINUTES_KEY.getBytes(StandardCharsets.UTF_8)));
    }

    private static String row(Slot slot, Tally tally) {
        return new String(
                TallyRow.JSON.write(TallyRow.of(new OutputKey.OfTally(UNIT, slot), tally)), StandardCharsets.UTF_8);
    }

    private static Contribution of(Slot slot, Tally tally) {
        return new Contribution(new TreeMap<>(Map.of(slot, tally)));
    }

    private static Slot slot(Bucket bucket) {
        return new Slot(new ServiceId("izin"), new PromiseName("completion"), bucket);
    }

    private static Tally counts(long opened, long onTime, long late) {
        return new Tally(opened, 0, onTime, late, 0, 0, 0, Distribution.EMPTY, Distribution.EMPTY);
    }
}
