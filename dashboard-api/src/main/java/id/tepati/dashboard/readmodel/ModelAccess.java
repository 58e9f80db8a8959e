package id.tepati.dashboard.readmodel;

import id.tepati.dashboard.store.Model;
import java.util.function.Function;

/** What answers are made from: the model, and how it is doing. Thread-safe. */
public interface ModelAccess {
    /** Asks the model as it stands; it does not change while the query runs. */
    <T> T ask(Function<Model, T> query);

    /** How the model is doing. */
    State state();

    /** How reading goes. */
    Reading reading();

    /** How a model is doing. */
    sealed interface State {
        /** It has not read yet what was published when it started. */
        record Loading() implements State {}

        /** It follows the topics. */
        record Ready() implements State {}

        /** Its database does not answer; it goes on when that does again. */
        record WithoutDatabase(String reason) implements State {}

        /** It reads no more; only a new start helps. */
        record Failed(String reason) implements State {}
    }

    /**
     * How reading goes.
     *
     * @param records read so far, tombstones included
     * @param unreadable of those, the ones that this version cannot read
     * @param behind records that the broker holds and that are not read yet, as far as is known
     * @param loadSeconds from the start until it was ready; until then, so far
     */
    record Reading(long records, long unreadable, long behind, double loadSeconds) {}
}
