package id.tepati.pipeline.admit;

import id.tepati.contract.event.CatalogueRegister;
import id.tepati.contract.event.Checked;
import id.tepati.contract.event.EventReader;
import id.tepati.contract.event.IncomingEvent;
import id.tepati.contract.event.RefusedEventDetails;
import id.tepati.contract.event.Register;
import id.tepati.contract.event.RejectCode;
import id.tepati.contract.event.Rejection;
import id.tepati.contract.topic.Partitioning;
import id.tepati.contract.topic.Topics;
import id.tepati.pipeline.catalogue.PublishedCatalogue;
import id.tepati.pipeline.catalogue.PublishedCatalogue.Edition;
import id.tepati.pipeline.deadline.AsOf;
import id.tepati.pipeline.node.NodeNames;
import id.tepati.pipeline.node.Outbox;
import id.tepati.pipeline.node.SourceNote.Fate;
import id.tepati.pipeline.state.Origin;
import id.tepati.rules.CaseKey;
import id.tepati.rules.UnitId;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.EventType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets in what the contract allows: every record is either judged or becomes a dead letter. Producers that write
 * straight to Kafka so meet the same checks as those that use the gateway. A record that lies in another partition than
 * its unit's goes through the hand-off topic to the task that has the unit (docs/adr/0007).
 */
public final class AdmitProcessor implements Processor<byte[], byte[], Object, Object> {
    private static final Logger LOG = LoggerFactory.getLogger(AdmitProcessor.class);

    private static final Checked.Rejected NO_ORIGIN = new Checked.Rejected(
            new Rejection(
                    RejectCode.MALFORMED,
                    "",
                    "Write events to the input topics: only the pipeline writes to this one."),
            RefusedEventDetails.NOTHING);

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
        Origin place = new Origin(where.topic(), where.partition(), where.offset(), record.timestamp());
        if (place.topic().equals(Topics.HAND_OFF)) {
            takeOver(record, place);
        } else {
            take(record, place);
        }
        mark.processed(place);
    }

    private void take(Record<byte[], byte[]> record, Origin origin) {
        Edition edition = catalogue.reaching(origin.learned());
        Checked checked = check(record, origin, new CatalogueRegister(edition.catalogue()));
        UnitId unit = unitOf(checked);
        if (unit != null && !isHere(unit)) {
            stray(checked, unit, record, origin);
        } else {
            boolean misplaced = unit != null && !Arrays.equals(record.key(), bytes(unit));
            settle(checked, new InputRecord(record, origin, edition, misplaced, unknownFields(checked)));
        }
    }

    /** Sends a record to where its unit is. What the catalogue knew is asked there, and its source charged there. */
    private void stray(Checked checked, UnitId unit, Record<byte[], byte[]> record, Origin origin) {
        Checked sound = checked instanceof Checked.Accepted ? checked : check(record, origin, Register.ALL_KNOWN);
        if (sound instanceof Checked.Rejected rejected) {
            outbox.send(PipelineDeadLetters.of(rejected, origin, record.value()));
            return;
        }
        // the broker stamps the record when it takes it
        Headers headers = HandOff.headers(record.headers(), origin);
        context.forward(new Record<>(bytes(unit), record.value(), 0, headers), NodeNames.HAND_OFF_OUT);
    }

    /** A handed-off record is as if its original had been here all along; it is never handed on. */
    private void takeOver(Record<byte[], byte[]> record, Origin place) {
        Origin origin = HandOff.origin(record.headers()).orElse(null);
        if (origin == null) {
            outbox.send(PipelineDeadLetters.of(NO_ORIGIN, place, record.value()));
            return;
        }
        Edition edition = catalogue.reaching(origin.learned());
        Checked checked = check(record, origin, new CatalogueRegister(edition.catalogue()));
        if (checked instanceof Checked.Accepted accepted
                && !isHere(accepted.event().unit())) {
            checked = PipelineDeadLetters.refusal(
                    accepted.event().unit(), accepted.event().event(), RejectCode.KEY_MISMATCH);
        }
        settle(checked, new InputRecord(record, origin, edition, true, unknownFields(checked)));
    }

    private void settle(Checked checked, InputRecord input) {
        if (checked instanceof Checked.Accepted accepted) {
            admit(accepted.event(), input);
        } else {
            refuse((Checked.Rejected) checked, input);
        }
    }

    private Checked check(Record<byte[], byte[]> record, Origin origin, Register register) {
        try {
            return reader.readRecord(record.headers(), record.value(), register, origin.learned());
        } catch (RuntimeException e) {
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("topic", origin.topic())
                    .addKeyValue("partition", origin.partition())
                    .addKeyValue("offset", origin.offset())
                    .log("a record could not be read; it is a dead letter now");
            return new Checked.Rejected(Rejection.of(RejectCode.INTERNAL_ERROR, ""), RefusedEventDetails.NOTHING);
        }
    }

    private static @Nullable UnitId unitOf(Checked checked) {
        return checked instanceof Checked.Accepted accepted
                ? accepted.event().unit()
                : ((Checked.Rejected) checked).seen().unit();
    }

    private static int unknownFields(Checked checked) {
        return checked instanceof Checked.Accepted accepted ? accepted.ignored().size() : 0;
    }

    private static byte[] bytes(UnitId unit) {
        return unit.value().getBytes(StandardCharsets.UTF_8);
    }

    private void admit(IncomingEvent accepted, InputRecord input) {
        CaseEvent event = accepted.event();
        if (event.type() == EventType.SOURCE_HEARTBEAT || accepted.caseId() == null) {
            outbox.tell(input.note(accepted.unit(), event, Fate.HEARD));
            return;
        }
        Record<byte[], byte[]> record = input.record();
        Admitted admitted = new Admitted(input, new CaseKey(accepted.unit(), accepted.caseId()), event);
        context.forward(new Record<>(admitted.key(), admitted, record.timestamp(), record.headers()), NodeNames.JUDGE);
    }

    /** Rows of a source are kept with its unit; a record that strayed counts in the dead letters only. */
    private void refuse(Checked.Rejected rejected, InputRecord input) {
        RefusedEventDetails seen = rejected.seen();
        if (seen.unit() != null && seen.source() != null && isHere(seen.unit())) {
            outbox.tell(input.unreadNote(seen.unit(), seen.source()));
        }
        outbox.send(
                PipelineDeadLetters.of(rejected, input.origin(), input.record().value()));
    }

    private boolean isHere(UnitId unit) {
        return Partitioning.of(unit.value(), partitions) == context.taskId().partition();
    }
}
