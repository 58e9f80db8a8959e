package id.tepati.rules.clock;

import id.tepati.rules.ServiceId;
import id.tepati.rules.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What the clocks of tickets need to know of a unit and a service: when a service day ends, and the stages. */
public interface TicketRegime {
    /** The start of the next service day. */
    Instant endOf(LocalDate serviceDay);

    /** The stages of the service in order; empty where it has but {@link Stage#MAIN}. */
    List<Stage> stages();

    /** Gives the regime that holds for a service at an instant. */
    @FunctionalInterface
    interface Source {
        /** The regime as it was known and in force at the instant. */
        TicketRegime at(ServiceId service, Instant instant);
    }
}
