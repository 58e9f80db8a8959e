package id.tepati.pipeline.settle;

import id.tepati.contract.output.OutputKey;
import id.tepati.pipeline.state.FillCodec;
import id.tepati.pipeline.state.RestatementTotals;
import id.tepati.pipeline.state.RestatementTotalsCodec;
import id.tepati.pipeline.state.Section;
import id.tepati.rules.CaseId;
import id.tepati.rules.UnitId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;

/**
 * What is remembered of days: who filled each first ({@code f|unit|day}), what was restated ({@code g|} and the key of
 * the restatement) and of which cases ({@code c|} and that key, {@code |case}). Confined to a task.
 */
final class DayStore {
    private static final byte[] MARK = {1};

    private static final int REMEMBERED = 10_000;

    private final Section section;
    /** Some of those that certainly have been: nearly every event is of a day that was filled long ago. */
    private final Set<UnitDay> filled = new HashSet<>();

    private record UnitDay(UnitId unit, LocalDate day) {}

    DayStore(Section section) {
        this.section = section;
    }

    /** By which import a day was filled first, {@link LoadBatch#NONE} where by none; empty where nobody has filled it. */
    Optional<LoadBatch> firstBatch(UnitId unit, LocalDate day) {
        return section.find(fill(unit, day), FillCodec::read).map(LoadBatch::new);
    }

    /** Remembers with which import a day was filled, if nobody had filled it. */
    void fill(UnitId unit, LocalDate day, LoadBatch batch) {
        if (!filled.contains(new UnitDay(unit, day))) {
            section.putIfAbsent(fill(unit, day), FillCodec.write(batch.name()));
            if (filled.size() == REMEMBERED) {
                filled.clear();
            }
            filled.add(new UnitDay(unit, day));
        }
    }

    Optional<RestatementTotals> gathering(OutputKey.OfRestatement key) {
        return section.find(key("g", key.toString()), RestatementTotalsCodec::read);
    }

    void put(OutputKey.OfRestatement key, RestatementTotals gathering) {
        section.put(key("g", key.toString()), RestatementTotalsCodec.write(gathering));
    }

    /** Marks a case as part of a gathering; false where it was already. */
    boolean mark(OutputKey.OfRestatement key, CaseId caseId) {
        return section.putIfAbsent(key("c", key + "|" + caseId), MARK);
    }

    private static Bytes fill(UnitId unit, LocalDate day) {
        return key("f", unit + "|" + day);
    }

    private static Bytes key(String prefix, String rest) {
        return Bytes.wrap((prefix + "|" + rest).getBytes(StandardCharsets.UTF_8));
    }
}
