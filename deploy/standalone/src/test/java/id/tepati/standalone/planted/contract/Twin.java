package id.tepati.standalone.planted.contract;

import id.tepati.standalone.planted.rules.Offender;
import java.util.Optional;

/** Closes a circle, and has the name of another. */
public final class Twin {
    /** Downwards, which would be right if nothing came back. */
    public final Optional<Offender> below = Optional.empty();

    /** So that the circle is in the code and not in its types alone. */
    public Object log(Offender offender) {
        return offender.log;
    }
}
