package id.tepati.pipeline.state;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * One section of what a task remembers. All sections lie in one store, each under a first byte of its own: a commit
 * then touches one partition of one changelog, and not one for each kind of thing (docs/adr/0014). Keys are ordered as
 * unsigned bytes. Confined to a task.
 */
public final class Section {
    private final KeyValueStore<Bytes, byte[]> store;
    private final byte code;

    /** What the sections hold. The bytes are part of the state. */
    public enum Of {
        CASES('c'),
        DAYS('d'),
        MARKS('m'),
        NUMBERS('n'),
        SOURCES('s'),
        TALLIES('t'),
        TIMERS('u');

        private final byte code;

        Of(char code) {
            this.code = (byte) code;
        }

        /** Whether a key of the whole store is of this section. */
        public boolean holds(Bytes key) {
            return key.get()[0] == code;
        }
    }

    /** A section of the store that all of them share. */
    public Section(KeyValueStore<Bytes, byte[]> store, Of of) {
        this.store = store;
        this.code = of.code;
    }

    /** The value at a key, or null. */
    public byte @Nullable [] get(Bytes key) {
        return store.get(inStore(key));
    }

    /**
     * What the value at a key means; empty where there is none.
     *
     * @param codec reads it
     * @throws ProcessorStateException where the codec cannot: a later release wrote it, or it is broken
     */
    public <T> Optional<T> find(Bytes key, Function<byte[], T> codec) {
        byte[] value = get(key);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(codec.apply(value));
        } catch (RuntimeException unreadable) {
            throw new ProcessorStateException("The state cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** Puts a value at a key. */
    public void put(Bytes key, byte[] value) {
        store.put(inStore(key), value);
    }

    /** Puts a value at a key that has none; false where it has one. */
    public boolean putIfAbsent(Bytes key, byte[] value) {
        return store.putIfAbsent(inStore(key), value) == null;
    }

    /** Takes a key out, if it is there. */
    public void delete(Bytes key) {
        store.delete(inStore(key));
    }

    /**
     * Goes through the entries in order of their keys for as long as the visitor wants more. Nothing may be written
     * meanwhile.
     *
     * @param from the first key; null for the beginning
     */
    public void visit(@Nullable Bytes from, BiPredicate<Bytes, byte[]> wantsMore) {
        Bytes first = from == null ? Bytes.wrap(new byte[] {code}) : inStore(from);
        Bytes next = Bytes.wrap(new byte[] {(byte) (code + 1)});
        try (KeyValueIterator<Bytes, byte[]> found = store.range(first, next)) {
            boolean more = true;
            while (more && found.hasNext()) {
                KeyValue<Bytes, byte[]> entry = found.next();
                more = wantsMore.test(inSection(entry.key), entry.value);
            }
        }
    }

    private Bytes inStore(Bytes key) {
        return Bytes.wrap(ByteBuffer.allocate(1 + key.get().length)
                .put(code)
                .put(key.get())
                .array());
    }

    private static Bytes inSection(Bytes key) {
        return Bytes.wrap(Arrays.copyOfRange(key.get(), 1, key.get().length));
    }
}
