package id.tepati.rules.catalogue;

import id.tepati.rules.Ids;
import id.tepati.rules.Stage;
import id.tepati.rules.clock.ClockKind;
import java.util.Optional;

/**
 * Names a promise within its service. Figures of one name add up over services and units; different names never do.
 * A promise is named by its clock and, where the visit has stages, by the stage: {@code completion},
 * {@code waiting@poli}.
 */
public record PromiseName(String value) implements Comparable<PromiseName> {
    private static final char AT = '@';

    /** The promise that a standard makes for a clock. */
    public static PromiseName of(ClockKind clock) {
        return of(clock, Stage.MAIN);
    }

    /** The promise that a standard makes for a clock in a stage. */
    public static PromiseName of(ClockKind clock, Stage stage) {
        return new PromiseName(stage.equals(Stage.MAIN) ? clock.id() : clock.id() + AT + stage);
    }

    /** The id of the clock that it limits. */
    public String clockId() {
        int at = value.indexOf(AT);
        return at < 0 ? value : value.substring(0, at);
    }

    /** The stage that it is about; empty where what stands behind the clock names none. */
    public Optional<Stage> stage() {
        int at = value.indexOf(AT);
        if (at < 0) {
            return Optional.of(Stage.MAIN);
        }
        String stage = value.substring(at + 1);
        return Ids.isCatalogueId(stage) ? Optional.of(new Stage(stage)) : Optional.empty();
    }

    @Override
    public int compareTo(PromiseName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
