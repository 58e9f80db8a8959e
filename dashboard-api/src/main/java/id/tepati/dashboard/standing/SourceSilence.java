package id.tepati.dashboard.standing;

import id.tepati.contract.output.SourceRow;
import id.tepati.dashboard.store.Model;
import id.tepati.rules.UnitId;
import id.tepati.rules.source.Silence;
import id.tepati.rules.standing.UnitStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which sources are silent, and for how long. */
public final class SourceSilence {
    private SourceSilence() {}

    /**
     * That of a source up to asOf, so that a pipeline that is behind silences nobody. Empty for a source that never
     * sent a heartbeat, since nothing tells when it should have spoken, and while asOf or the calendar is unknown.
     */
    public static Optional<Silence> of(SourceRow row, Model model) {
        Optional<Instant> asOf = model.asOf();
        if (asOf.isEmpty() || heartbeats(row) == 0) {
            return Optional.empty();
        }
        return model.catalogue()
                .catalogue()
                .calendarOf(row.unit(), asOf.get())
                .flatMap(calendar -> Silence.of(row.lastSeen(), asOf.get(), calendar));
    }

    /** How many sources a unit has, and how many of them are silent. */
    public record OfUnit(long sources, long silent) {
        /** No source. */
        public static final OfUnit NONE = new OfUnit(0, 0);

        /** How the unit stands: without data where none of its sources is heard, whatever it kept before. */
        @Nullable
        public UnitStatus status(@Nullable UnitStatus byPromises) {
            return byPromises == null ? null : byPromises.heardFrom(sources, silent);
        }

        private OfUnit plus(OfUnit more) {
            return new OfUnit(sources + more.sources, silent + more.silent);
        }
    }

    /** Those of each unit; units without sources are left out. */
    public static Map<UnitId, OfUnit> ofUnits(Model model) {
        Map<UnitId, OfUnit> units = new HashMap<>();
        for (SourceRow row : model.sources()) {
            boolean isSilent = of(row, model).filter(Silence::isSilent).isPresent();
            units.merge(row.unit(), new OfUnit(1, isSilent ? 1 : 0), OfUnit::plus);
        }
        return units;
    }

    /** What came and is no event. */
    private static long heartbeats(SourceRow row) {
        return row.received() - row.counted() - row.duplicate() - row.dead();
    }
}
