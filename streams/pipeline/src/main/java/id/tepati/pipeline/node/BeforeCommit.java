package id.tepati.pipeline.node;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;

/**
 * Lets nodes write, just before each commit of their task and within its transaction, what they held back until then:
 * once for all changes since the last. To Kafka Streams it is a store that is asked to flush its cache, as its own
 * tables are (docs/adr/0013). That is not published: this is the one file that uses it. Confined to a task.
 */
public final class BeforeCommit implements StateStore, CachedStateStore<Object, Object> {
    /** By node: a task that goes and comes back keeps this store and prepares its nodes again. */
    private final Map<String, Runnable> writers = new LinkedHashMap<>();

    private boolean open;

    /** Lets a node write; to be called while that node is being prepared. */
    public void call(ProcessorContext<?, ?> context, Runnable writer) {
        if (context instanceof InternalProcessorContext<?, ?> internal) {
            ProcessorNode<?, ?, ?, ?> node = internal.currentNode();
            writers.put(node.name(), () -> {
                ProcessorNode<?, ?, ?, ?> current = internal.currentNode();
                internal.setCurrentNode(node);
                try {
                    writer.run();
                } finally {
                    internal.setCurrentNode(current);
                }
            });
        } else {
            writers.put("", writer);
        }
    }

    @Override
    public void flushCache() {
        writers.values().forEach(Runnable::run);
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        writers.clear();
        open = true;
        context.register(root, (key, value) -> {});
    }

    @Override
    public String name() {
        return NodeNames.BEFORE_COMMIT;
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<Object, Object> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public void clearCache() {
        // whoever holds something back begins anew with a new task
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    /** Builds one for each task; it holds nothing, so nothing of it is logged. */
    public static final class Builder implements StoreBuilder<BeforeCommit> {
        @Override
        public BeforeCommit build() {
            return new BeforeCommit();
        }

        @Override
        public String name() {
            return NodeNames.BEFORE_COMMIT;
        }

        @Override
        public StoreBuilder<BeforeCommit> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<BeforeCommit> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<BeforeCommit> withLoggingEnabled(Map<String, String> config) {
            throw new UnsupportedOperationException("nothing to log");
        }

        @Override
        public StoreBuilder<BeforeCommit> withLoggingDisabled() {
            return this;
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public boolean loggingEnabled() {
            return false;
        }
    }
}
