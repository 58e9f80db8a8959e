package id.tepati.dashboard.http;

import id.tepati.dashboard.readmodel.ModelAccess;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether a role of the process is alive and ready. Thread-safe where its suppliers are.
 *
 * @param dead why only a new start helps; empty while it is alive
 * @param unready why it cannot serve now; empty while it can
 */
public record Health(Supplier<Optional<String>> dead, Supplier<Optional<String>> unready) {
    /** That of a read model. */
    public static Health of(ModelAccess model) {
        return new Health(() -> whyDead(model.state()), () -> whyUnready(model.state()));
    }

    /** That of both together: the first reason counts. */
    public Health and(Health other) {
        return new Health(() -> dead.get().or(other.dead), () -> unready.get().or(other.unready));
    }

    private static Optional<String> whyDead(ModelAccess.State state) {
        return state instanceof ModelAccess.State.Failed failed ? Optional.of(failed.reason()) : Optional.empty();
    }

    private static Optional<String> whyUnready(ModelAccess.State state) {
        if (state instanceof ModelAccess.State.Loading) {
            return Optional.of("The read model is still reading what was published before it started.");
        }
        return state instanceof ModelAccess.State.WithoutDatabase without
                ? Optional.of(without.reason())
                : whyDead(state);
    }
}
