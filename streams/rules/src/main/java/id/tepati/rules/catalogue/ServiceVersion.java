package id.tepati.rules.catalogue;

import id.tepati.rules.ServiceId;
import id.tepati.rules.Stage;
import id.tepati.rules.calendar.CalendarId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service as one version of the catalogue describes it.
 *
 * @param calendar overrides the calendar of the unit; null where it does not
 * @param stages the stages of a visit in order; empty where there is but {@link Stage#MAIN}
 */
public record ServiceVersion(
        ServiceId id,
        int version,
        LocalDate effectiveFrom,
        Instant knownFrom,
        String name,
        @Nullable CalendarId calendar,
        List<Stage> stages)
        implements Published {

    /** Copies the stages; refuses one that comes twice. */
    public ServiceVersion {
        stages = List.copyOf(stages);
        if (stages.stream().distinct().count() != stages.size()) {
            throw new IllegalArgumentException("a stage comes twice in the service " + id);
        }
    }

    /** A service without stages. */
    public ServiceVersion(
            ServiceId id,
            int version,
            LocalDate effectiveFrom,
            Instant knownFrom,
            String name,
            @Nullable CalendarId calendar) {
        this(id, version, effectiveFrom, knownFrom, name, calendar, List.of());
    }
}
