package id.tepati.rules.catalogue;

import id.tepati.rules.Stage;
import id.tepati.rules.clock.ClockKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A standar pelayanan as the catalogue states it.
 *
 * @param sk number of the decree (SK) that set it
 * @param promises at most one per clock and stage
 * @param components what was published about the components of PermenPANRB 15/2014
 */
public record Standard(StandardScope scope, String sk, List<Promise> promises, Map<Component, String> components) {

    /** Refuses two promises for one clock and stage. */
    public Standard {
        promises = List.copyOf(promises);
        components = Map.copyOf(components);
        if (promises.stream().map(Promise::name).distinct().count() != promises.size()) {
            throw new IllegalArgumentException("two promises for one clock in the standard " + scope.id());
        }
    }

    /** What it promises for a clock in a stage. */
    public Optional<Promise> promise(ClockKind clock, Stage stage) {
        return promises.stream()
                .filter(promise -> promise.clock() == clock && promise.stage().equals(stage))
                .findFirst();
    }

    /** What it promises under a name. */
    public Optional<Promise> promise(PromiseName name) {
        return promises.stream().filter(promise -> promise.name().equals(name)).findFirst();
    }
}
