package id.tepati.rules.catalogue;

import id.tepati.rules.ServiceId;
import id.tepati.rules.Stage;
import id.tepati.rules.calendar.CalendarId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service as the catalogue describes it.
 *
 * @param calendar overrides the calendar of the unit; null where it does not
 * @param stages the stages of a visit in order; empty where there is but {@link Stage#MAIN}
 */
public record Service(ServiceId id, String name, @Nullable CalendarId calendar, List<Stage> stages) {

    /** Copies the stages; refuses one that comes twice. */
    public Service {
        stages = List.copyOf(stages);
        if (stages.stream().distinct().count() != stages.size()) {
            throw new IllegalArgumentException("a stage comes twice in the service " + id);
        }
    }

    /** A service without stages. */
    public Service(ServiceId id, String name, @Nullable CalendarId calendar) {
        this(id, name, calendar, List.of());
    }
}
