package id.tepati.pipeline.settle;

import id.tepati.pipeline.state.FillCodec;
import id.tepati.pipeline.state.Gathering;
import id.tepati.pipeline.state.GatheringCodec;
import id.tepati.rules.CaseId;
import id.tepati.rules.UnitId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What is remembered of days: who filled each first ({@code f|unit|day}), what was restated ({@code g|} and the key of
 * the restatement) and of which cases ({@code c|} and that key, {@code |case}). Confined to a task.
 */
final class DayBook {
    private static final byte[] MARK = {1};

    private static final int REMEMBERED = 10_000;

    private final KeyValueStore<Bytes, byte[]> store;
    /** Some of those that certainly have been: nearly every event is of a day that was filled long ago. */
    private final Set<UnitDay> filled = new HashSet<>();

    private record UnitDay(UnitId unit, LocalDate day) {}

    DayBook(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** By which import a day was filled first, {@link Filler#LIVE} for none; empty where nobody has filled it. */
    Optional<Filler> filler(UnitId unit, LocalDate day) {
        return Optional.ofNullable(store.get(fill(unit, day)))
                .map(FillCodec::read)
                .map(Filler::new);
    }

    /** Remembers who filled a day, if nobody had. */
    void fill(UnitId unit, LocalDate day, Filler filler) {
        if (!filled.contains(new UnitDay(unit, day))) {
            store.putIfAbsent(fill(unit, day), FillCodec.write(filler.batch()));
            if (filled.size() == REMEMBERED) {
                filled.clear();
            }
            filled.add(new UnitDay(unit, day));
        }
    }

    Optional<Gathering> gathering(String key) {
        return Optional.ofNullable(store.get(key("g", key))).map(GatheringCodec::read);
    }

    void put(String key, Gathering gathering) {
        store.put(key("g", key), GatheringCodec.write(gathering));
    }

    /** Marks a case as part of a gathering; false where it was already. */
    boolean mark(String key, CaseId caseId) {
        return store.putIfAbsent(key("c", key + "|" + caseId), MARK) == null;
    }

    private static Bytes fill(UnitId unit, LocalDate day) {
        return key("f", unit + "|" + day);
    }

    private static Bytes key(String prefix, String rest) {
        return Bytes.wrap((prefix + "|" + rest).getBytes(StandardCharsets.UTF_8));
    }
}
