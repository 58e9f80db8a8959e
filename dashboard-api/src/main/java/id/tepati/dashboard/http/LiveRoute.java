package id.tepati.dashboard.http;

import id.tepati.dashboard.live.LiveUpdates;
import id.tepati.rules.UnitId;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Opens a stream of updates, or answers with a problem. */
final class LiveRoute implements Handler {
    private final LiveUpdates updates;
    private final Function<Params, Optional<UnitId>> unit;

    /**
     * A route to the updates.
     *
     * @param unit tells which unit is meant, or throws a {@link ProblemException}
     */
    LiveRoute(LiveUpdates updates, Function<Params, Optional<UnitId>> unit) {
        this.updates = updates;
        this.unit = unit;
    }

    @Override
    public void handle(Context ctx) {
        ctx.header("Cache-Control", "no-store");
        ctx.header("X-Content-Type-Options", "nosniff");
        try {
            UnitId watched =
                    unit.apply(Params.of(ctx, Set.of(QueryParams.UNIT))).orElse(null);
            if (!updates.hasRoom()) {
                throw new ProblemException(DashboardProblem.TOO_MANY_VIEWERS, null);
            }
            updates.open(ctx, watched);
        } catch (ProblemException problem) {
            Endpoint.refuse(ctx, problem);
        }
    }
}
