package id.tepati.pipeline.judge;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.contract.event.Sha256;
import id.tepati.contract.topic.Topics;
import id.tepati.pipeline.admit.Admitted;
import id.tepati.pipeline.admit.InputRecord;
import id.tepati.pipeline.app.City;
import id.tepati.pipeline.catalogue.PublishedCatalogue;
import id.tepati.pipeline.deadline.AsOf;
import id.tepati.pipeline.node.BeforeCommit;
import id.tepati.pipeline.node.NodeNames;
import id.tepati.pipeline.state.Origin;
import id.tepati.rules.CaseId;
import id.tepati.rules.CaseKey;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.Details;
import id.tepati.rules.event.EventIdentity;
import id.tepati.rules.event.EventType;
import id.tepati.rules.event.Field;
import id.tepati.rules.event.Sequence;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** The judging node alone, over stores in memory. */
final class JudgeBench {
    private final PublishedCatalogue catalogue;
    private final AsOf mark;
    private final MockProcessorContext<Object, Object> context;
    private final BeforeCommit beforeCommit = new BeforeCommit();
    private JudgeProcessor processor;
    private long offset;

    JudgeBench(PublishedCatalogue catalogue, AsOf mark) {
        this(catalogue, mark, Stores.inMemoryKeyValueStore(NodeNames.STATE).get());
    }

    JudgeBench(PublishedCatalogue catalogue, AsOf mark, KeyValueStore<Bytes, byte[]> state) {
        this.catalogue = catalogue;
        this.mark = mark;
        this.context = new MockProcessorContext<>(new Properties());
        context.addStateStore(state);
        context.addStateStore(beforeCommit);
        restart();
    }

    /** Another processor takes over what the former one left in the stores. */
    void restart() {
        processor = new JudgeProcessor(catalogue, mark, Topics.inputs());
        processor.init(context);
    }

    /** The file of an izin is complete. */
    void accept(Instant at, String caseId) {
        take(EventType.APPLICATION_ACCEPTED, City.IZIN, at, caseId, Details.NONE);
    }

    /** A case is given the number A012 of the day. */
    void issue(Instant at, String caseId) {
        Details number = new Details(Map.of(Field.NUMBER, "A012", Field.SERVICE_DAY, "2026-11-21"));
        take(EventType.TICKET_ISSUED, City.KTP, at, caseId, number);
    }

    private void take(EventType type, String service, Instant at, String caseId, Details details) {
        CaseEvent event = new CaseEvent(
                type,
                at,
                new EventIdentity("loket-1", Sha256.digest(caseId)),
                Sequence.NONE,
                Sha256.digest(at.toString()),
                new ServiceId(service),
                details);
        CaseKey key = new CaseKey(new UnitId(City.DINAS), new CaseId(caseId));
        Origin origin = new Origin(Topics.APPLICATIONS, 0, offset++, at.toEpochMilli());
        Record<byte[], byte[]> record = new Record<>(new byte[0], new byte[0], origin.timestamp());
        InputRecord input = new InputRecord(record, origin, catalogue.newest(), false, 0);
        processor.process(new Record<>(key, new Admitted(input, key, event), origin.timestamp()));
        assertThat(context.forwarded(NodeNames.DEAD_LETTERS_OUT)).isEmpty();
    }

    void turn() {
        var punctuators = context.scheduledPunctuators();
        punctuators.get(punctuators.size() - 1).getPunctuator().punctuate(0);
        beforeCommit.flushCache();
    }

    /** The values sent to a sink since the last {@link #forget}. */
    List<String> sent(String sink) {
        return context.forwarded(sink).stream()
                .map(sent -> new String((byte[]) sent.record().value(), StandardCharsets.UTF_8))
                .toList();
    }

    void forget() {
        context.resetForwards();
    }
}
