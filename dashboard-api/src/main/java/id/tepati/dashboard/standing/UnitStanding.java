package id.tepati.dashboard.standing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import id.tepati.rules.standing.UnitStatus;
import org.jspecify.annotations.Nullable;

/**
 * How one unit stands, without those below it.
 *
 * @param parent null at a root
 * @param status that of its worst promise over the days, without data while all of its sources are silent; null where it
 *     only gathers units below it
 * @param promise its worst promise over the days; absent where it has none
 * @param open cases with a clock that runs
 * @param atRisk of those, the ones of which no clock is late and one is at risk (menjelang jatuh tempo)
 * @param late of those, the ones with a clock that is late
 * @param silent sources that should have sent a sign of life and did not
 * @param revision another number means other figures of this unit
 */
public record UnitStanding(
        String id,
        String name,
        String type,
        @JsonInclude(Include.ALWAYS) @Nullable String parent,
        @JsonInclude(Include.ALWAYS) @Nullable UnitStatus status,
        @Nullable PromiseStanding promise,
        long open,
        long atRisk,
        long late,
        long silent,
        long revision) {
    /** The same for somebody who does not see the unit above. */
    public UnitStanding atTop() {
        return new UnitStanding(id, name, type, null, status, promise, open, atRisk, late, silent, revision);
    }

    /** The same of a unit with these sources. */
    public UnitStanding heardBy(SourceSilence.OfUnit sources) {
        return new UnitStanding(
                id,
                name,
                type,
                parent,
                sources.status(status),
                promise,
                open,
                atRisk,
                late,
                sources.silent(),
                revision);
    }
}
