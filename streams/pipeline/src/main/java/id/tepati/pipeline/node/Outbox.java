package id.tepati.pipeline.node;

import id.tepati.contract.output.DeadLetter;
import id.tepati.contract.output.OutputKey;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Hands output records to the sinks of the topology. Confined to a task. */
public final class Outbox {
    private final ProcessorContext<Object, Object> context;

    /** An outbox of the node that the context belongs to. */
    public Outbox(ProcessorContext<Object, Object> context) {
        this.context = context;
    }

    /** Writes a record to a sink; without a value it is a tombstone. */
    public void send(String sink, OutputKey key, byte @Nullable [] value) {
        send(sink, key.bytes(), value);
    }

    /** Writes a record to a sink under the key that its subject has in the store; without a value it is a tombstone. */
    public void send(String sink, Bytes key, byte @Nullable [] value) {
        send(sink, key.get(), value);
    }

    private void send(String sink, byte[] key, byte @Nullable [] value) {
        // the broker stamps the record when it takes it
        context.forward(new Record<>(key, value, 0), sink);
    }

    /** Tells the ledger of sources. */
    public void tell(SourceNote note) {
        context.forward(new Record<>("", note, 0), NodeNames.ACCOUNT);
    }

    /** Writes a dead letter. */
    public void send(DeadLetter letter) {
        send(NodeNames.DEAD_LETTERS_OUT, letter.key(), letter.toJson());
    }
}
