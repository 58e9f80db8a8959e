package id.tepati.pipeline.state;

import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.CaseFile;
import id.tepati.rules.event.EventIdentity;
import id.tepati.rules.tally.Contribution;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a task keeps about a case.
 *
 * @param file its events
 * @param origins where the record of each event stands
 * @param contribution what the case has added to the tallies and not taken back
 * @param asOf the instant it was last judged at
 * @param timer when it is to be judged again if nothing comes before, or null
 */
public record CaseState(
        CaseFile file,
        Map<EventIdentity, Origin> origins,
        Contribution contribution,
        Instant asOf,
        @Nullable Instant timer) {
    /** A case of which nothing is known. */
    public static final CaseState UNKNOWN =
            new CaseState(CaseFile.EMPTY, Map.of(), Contribution.NONE, Instant.MIN, null);

    /** Takes a copy of the origins of exactly those events that are in the file. */
    public CaseState {
        Map<EventIdentity, Origin> kept = new HashMap<>();
        for (CaseEvent event : file.events()) {
            kept.put(event.identity(), Objects.requireNonNull(origins.get(event.identity()), "origin of an event"));
        }
        origins = Collections.unmodifiableMap(kept);
    }

    /** Where the record of an event of this case stands. */
    public Origin originOf(CaseEvent event) {
        return Objects.requireNonNull(origins.get(event.identity()), "origin of an event");
    }
}
