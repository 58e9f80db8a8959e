package id.tepati.dashboard.query;

import id.tepati.contract.output.SourceRow;
import id.tepati.dashboard.readmodel.Model;
import id.tepati.rules.UnitId;
import id.tepati.rules.source.Silence;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** For how long sources have been silent. */
final class SourceSilence {
    private SourceSilence() {}

    /**
     * That of a source up to asOf, so that a pipeline that is behind silences nobody. Empty for a source that never
     * sent a heartbeat, since nothing tells when it should have spoken, and while asOf or the calendar is unknown.
     */
    static Optional<Silence> of(SourceRow row, Model model) {
        Optional<Instant> asOf = model.asOf();
        if (asOf.isEmpty() || heartbeats(row) == 0) {
            return Optional.empty();
        }
        return model.catalog()
                .catalogue()
                .calendarOf(row.unit(), asOf.get())
                .flatMap(calendar -> Silence.of(row.lastSeen(), asOf.get(), calendar));
    }

    /** How many sources of each unit are silent; units without any are left out. */
    static Map<UnitId, Long> silentOfUnits(Model model) {
        return model.sources().stream()
                .filter(row -> of(row, model).filter(Silence::isSilent).isPresent())
                .collect(Collectors.groupingBy(SourceRow::unit, Collectors.counting()));
    }

    /** What came and is no event. */
    private static long heartbeats(SourceRow row) {
        return row.received() - row.counted() - row.duplicate() - row.dead();
    }
}
