package id.tepati.pipeline.judge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tepati.pipeline.app.City;
import id.tepati.pipeline.app.HeldCatalogue;
import id.tepati.pipeline.app.SetAsOf;
import id.tepati.pipeline.node.NodeNames;
import id.tepati.pipeline.state.Section;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.internals.InMemoryKeyValueStore;
import org.junit.jupiter.api.Test;

/** State that cannot be read ends the thread: no event is refused for it, which the bench would not let pass. */
final class UnreadableStateTest {
    private static final Instant NINE = Instant.parse("2026-11-21T02:00:00Z");

    /** A disk that gives what the case is, and fails at the numbers of tickets. */
    private static final class FailingStore extends InMemoryKeyValueStore {
        FailingStore() {
            super(NodeNames.STATE);
        }

        @Override
        public synchronized byte[] get(Bytes key) {
            if (Section.Of.NUMBERS.holds(key)) {
                throw new ProcessorStateException("no space left on device");
            }
            return super.get(key);
        }
    }

    @Test
    void aStoreThatFails() {
        JudgeBench bench = bench(new FailingStore());

        assertThatThrownBy(() -> bench.issue(NINE, "KTP/1"))
                .isInstanceOf(ProcessorStateException.class)
                .hasMessageContaining("no space left");
    }

    @Test
    void stateOfALaterRelease() {
        KeyValueStore<Bytes, byte[]> store =
                Stores.inMemoryKeyValueStore(NodeNames.STATE).get();
        JudgeBench bench = bench(store);
        Bytes number = Bytes.wrap((City.DINAS + "|A012-2026-11-21").getBytes(UTF_8));
        byte[] formFour = {8};
        new Section(store, Section.Of.NUMBERS).put(number, formFour);

        assertThatThrownBy(() -> bench.issue(NINE, "KTP/1"))
                .isInstanceOf(ProcessorStateException.class)
                .hasMessageContaining("a claim of form 4")
                .hasMessageContaining("delete the state directory");
    }

    private static JudgeBench bench(KeyValueStore<Bytes, byte[]> store) {
        return new JudgeBench(new HeldCatalogue(City.ofDinas()), new SetAsOf(), store);
    }
}
