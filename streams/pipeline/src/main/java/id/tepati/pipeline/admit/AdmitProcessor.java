package id.tepati.pipeline.admit;

import id.tepati.contract.event.CatalogueRegister;
import id.tepati.contract.event.Checked;
import id.tepati.contract.event.EventReader;
import id.tepati.contract.event.Glimpse;
import id.tepati.contract.event.IncomingEvent;
import id.tepati.contract.event.RejectCode;
import id.tepati.contract.event.Rejection;
import id.tepati.contract.topic.Partitioning;
import id.tepati.pipeline.app.Nodes;
import id.tepati.pipeline.app.Outbox;
import id.tepati.pipeline.app.PublishedCatalogue;
import id.tepati.pipeline.app.PublishedCatalogue.Edition;
import id.tepati.pipeline.deadline.AsOf;
import id.tepati.pipeline.source.SourceNote;
import id.tepati.pipeline.state.Origin;
import id.tepati.rules.CaseKey;
import id.tepati.rules.UnitId;
import id.tepati.rules.event.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets in what the contract allows: every record is either handed on to be judged or becomes a dead letter. Producers
 * that write straight to Kafka so meet the same checks as those that use the gateway.
 */
public final class AdmitProcessor implements Processor<byte[], byte[], Object, Object> {
    private static final Logger LOG = LoggerFactory.getLogger(AdmitProcessor.class);

    private final EventReader reader = new EventReader();
    private final PublishedCatalogue catalogue;
    private final AsOf mark;
    private final int partitions;
    private ProcessorContext<Object, Object> context;
    private Outbox outbox;

    /**
     * A processor for one task.
     *
     * @param partitions how many the input topics have
     */
    @SuppressWarnings("NullAway.Init")
    public AdmitProcessor(PublishedCatalogue catalogue, AsOf mark, int partitions) {
        this.catalogue = catalogue;
        this.mark = mark;
        this.partitions = partitions;
    }

    @Override
    public void init(ProcessorContext<Object, Object> taskContext) {
        context = taskContext;
        outbox = new Outbox(taskContext);
        mark.begin(taskContext.taskId().partition());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata where = context.recordMetadata().orElseThrow();
        Origin origin = new Origin(where.topic(), where.partition(), where.offset(), record.timestamp());
        Edition edition = catalogue.reaching(Instant.ofEpochMilli(record.timestamp()));
        Checked checked = check(record, origin, edition);
        if (checked instanceof Checked.Accepted accepted) {
            admit(accepted.event(), record, origin, edition);
        } else {
            refuse((Checked.Rejected) checked, record, origin);
        }
        mark.processed(origin);
    }

    private Checked check(Record<byte[], byte[]> record, Origin origin, Edition edition) {
        try {
            Checked checked = reader.readRecord(
                    record.headers(),
                    record.value(),
                    new CatalogueRegister(edition.catalogue()),
                    Instant.ofEpochMilli(origin.timestamp()));
            return checked instanceof Checked.Accepted accepted ? checkKey(accepted, record.key(), origin) : checked;
        } catch (RuntimeException e) {
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("topic", origin.topic())
                    .addKeyValue("partition", origin.partition())
                    .addKeyValue("offset", origin.offset())
                    .log("a record could not be read; it is a dead letter now");
            return new Checked.Rejected(Rejection.of(RejectCode.INTERNAL_ERROR, ""), Glimpse.NOTHING);
        }
    }

    private Checked checkKey(Checked.Accepted accepted, byte @Nullable [] key, Origin origin) {
        IncomingEvent event = accepted.event();
        String unit = event.unit().value();
        boolean inPlace = key != null
                && Arrays.equals(key, unit.getBytes(StandardCharsets.UTF_8))
                && Partitioning.of(unit, partitions) == origin.partition();
        return inPlace ? accepted : Letters.refusal(event.unit(), event.event(), RejectCode.KEY_MISMATCH);
    }

    private void admit(IncomingEvent incoming, Record<byte[], byte[]> record, Origin origin, Edition edition) {
        Instant learned = Instant.ofEpochMilli(origin.timestamp());
        String source = incoming.event().identity().source();
        boolean heartbeat = incoming.event().type() == EventType.SOURCE_HEARTBEAT;
        outbox.tell(new SourceNote.Received(
                incoming.unit(),
                source,
                learned,
                heartbeat ? null : incoming.event().time()));
        if (incoming.caseId() != null && !heartbeat) {
            Admitted admitted = new Admitted(
                    new CaseKey(incoming.unit(), incoming.caseId()),
                    incoming.event(),
                    origin,
                    edition,
                    code -> Letters.of(
                            Letters.refusal(incoming.unit(), incoming.event(), code), origin, record.value()));
            context.forward(new Record<>(admitted.key(), admitted, record.timestamp(), record.headers()), Nodes.JUDGE);
        }
    }

    private void refuse(Checked.Rejected rejected, Record<byte[], byte[]> record, Origin origin) {
        Instant learned = Instant.ofEpochMilli(origin.timestamp());
        Glimpse seen = rejected.seen();
        if (seen.unit() != null && seen.source() != null && isHere(seen.unit(), origin)) {
            outbox.tell(new SourceNote.Received(seen.unit(), seen.source(), learned, null));
            outbox.tell(new SourceNote.Dead(seen.unit(), seen.source(), learned));
        }
        outbox.send(Letters.of(rejected, origin, record.value()));
    }

    /** Rows of a source are kept with its unit; a record that strayed counts in the dead letters only. */
    private boolean isHere(UnitId unit, Origin origin) {
        return Partitioning.of(unit.value(), partitions) == origin.partition();
    }
}
