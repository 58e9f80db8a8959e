package id.tepati.dashboard.readmodel;

import id.tepati.contract.catalogue.CatalogueSnapshot;
import id.tepati.dashboard.store.Model;
import id.tepati.dashboard.store.ModelStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The model and the one thread that feeds it from the output topics, from where it was on at every start. What an
 * uncommitted transaction wrote is never seen, and no query sees half of what one reading brought. Thread-safe.
 */
public final class ReadModel implements ModelAccess, AutoCloseable {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final ModelStore store;
    private final ReadingThread thread;

    private ReadModel(ModelStore store, ReadingThread thread) {
        this.store = store;
        this.thread = thread;
    }

    /**
     * Starts to read.
     *
     * @param client settings of a Kafka client: at least {@code bootstrap.servers}, and security where needed
     * @param store where it goes; closed with the model
     * @param catalogue the catalogue as it is known now; may throw when it is known no more, which ends the model
     * @param clock tells what is at risk now, and measures how long loading takes
     * @throws IllegalStateException where a topic is missing or no broker answers
     */
    public static ReadModel start(
            Map<String, Object> client, ModelStore store, Supplier<CatalogueSnapshot> catalogue, Clock clock) {
        ReadingThread thread = ReadingThread.connect(client, catalogue, store, clock);
        thread.start();
        return new ReadModel(store, thread);
    }

    @Override
    public <T> T ask(Function<Model, T> query) {
        return store.ask(query);
    }

    @Override
    public State state() {
        return thread.state();
    }

    @Override
    public Reading reading() {
        return thread.reading();
    }

    /** Stops reading; the model then counts as failed. */
    @Override
    public void close() {
        thread.stop(CLOSE_TIMEOUT);
        store.close();
    }
}
