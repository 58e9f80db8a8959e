package id.tepati.pipeline.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SectionTest {
    private final KeyValueStore<Bytes, byte[]> store =
            Stores.inMemoryKeyValueStore("state").get();
    private final Section timers = new Section(store, Section.Of.TIMERS);
    private final Section tallies = new Section(store, Section.Of.TALLIES);

    @Test
    void theFirstBytesAreWhatIsStored() {
        for (Section.Of section : Section.Of.values()) {
            new Section(store, section).put(key(1), new byte[] {2});
        }

        List<String> keys = new ArrayList<>();
        try (var all = store.all()) {
            all.forEachRemaining(entry ->
                    keys.add((char) entry.key.get()[0] + " " + entry.key.get()[1]));
        }
        assertThat(keys).containsExactly("c 1", "d 1", "m 1", "n 1", "s 1", "t 1", "u 1");
    }

    @Test
    void sectionsDoNotSeeEachOther() {
        timers.put(key(1), new byte[] {1});
        tallies.put(key(1), new byte[] {2});
        tallies.put(key(-1, -1), new byte[] {3});

        assertThat(timers.get(key(1))).containsExactly(1);
        assertThat(keys(timers, null)).containsExactly(key(1));
        assertThat(keys(tallies, null)).containsExactly(key(1), key(-1, -1));

        timers.delete(key(1));
        assertThat(timers.get(key(1))).isNull();
        assertThat(tallies.get(key(1))).containsExactly(2);
    }

    @Test
    void whatIsThereIsNotPutAgain() {
        assertThat(timers.putIfAbsent(key(1), new byte[] {1})).isTrue();
        assertThat(timers.putIfAbsent(key(1), new byte[] {2})).isFalse();

        assertThat(timers.get(key(1))).containsExactly(1);
    }

    @Test
    void aVisitorIsAskedNoMoreOnceItHasEnough() {
        List.of(key(1), key(2), key(3)).forEach(key -> timers.put(key, new byte[] {0}));
        List<Bytes> seen = new ArrayList<>();

        timers.visit(null, (key, value) -> {
            seen.add(key);
            return seen.size() < 2;
        });

        assertThat(seen).containsExactly(key(1), key(2));
    }

    /** Against a sorted map, between neighbours that hold the same keys. */
    @Property(tries = 200)
    void visitsLikeASortedMap(@ForAll("keys") List<Bytes> put, @ForAll("key") Bytes from) {
        KeyValueStore<Bytes, byte[]> shared =
                Stores.inMemoryKeyValueStore("state").get();
        TreeMap<Bytes, byte[]> naive = new TreeMap<>();
        put.forEach(key -> {
            naive.put(key, key.get());
            for (Section.Of of : Section.Of.values()) {
                new Section(shared, of).put(key, key.get());
            }
        });
        Section tested = new Section(shared, Section.Of.TALLIES);

        assertThat(keys(tested, null)).containsExactlyElementsOf(naive.keySet());
        assertThat(keys(tested, from))
                .containsExactlyElementsOf(naive.tailMap(from, true).keySet());
        assertThat(naive)
                .allSatisfy((key, value) ->
                        assertThat(Objects.requireNonNull(tested.get(key))).containsExactly(value));
    }

    @Provide
    Arbitrary<List<Bytes>> keys() {
        return key().list().ofMaxSize(30);
    }

    @Provide
    Arbitrary<Bytes> key() {
        Arbitrary<Byte> edge = Arbitraries.of((byte) 0, (byte) 1, (byte) 0x7f, (byte) 0x80, (byte) -1);
        return Combinators.combine(edge, edge.array(byte[].class).ofMaxSize(3)).as((first, rest) -> {
            byte[] bytes = new byte[1 + rest.length];
            bytes[0] = first;
            System.arraycopy(rest, 0, bytes, 1, rest.length);
            return Bytes.wrap(bytes);
        });
    }

    private static List<Bytes> keys(Section section, @Nullable Bytes from) {
        List<Bytes> keys = new ArrayList<>();
        section.visit(from, (key, value) -> keys.add(key));
        return keys;
    }

    private static Bytes key(int... bytes) {
        byte[] key = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            key[i] = (byte) bytes[i];
        }
        return Bytes.wrap(key);
    }
}
