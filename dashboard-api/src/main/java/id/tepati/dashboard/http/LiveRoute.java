package id.tepati.dashboard.http;

import id.tepati.access.http.Asker;
import id.tepati.dashboard.live.LiveUpdates;
import id.tepati.rules.UnitId;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Opens a stream of updates, or answers with a problem. */
final class LiveRoute implements Handler {
    private final LiveUpdates updates;
    private final BiFunction<Context, Params, Optional<UnitId>> unit;

    /**
     * A route to the updates.
     *
     * @param unit tells which unit is meant, or throws a {@link ProblemException}
     */
    LiveRoute(LiveUpdates updates, BiFunction<Context, Params, Optional<UnitId>> unit) {
        this.updates = updates;
        this.unit = unit;
    }

    @Override
    public void handle(Context ctx) {
        ctx.header("Cache-Control", "no-store");
        try {
            UnitId watched =
                    unit.apply(ctx, Params.of(ctx, Set.of(QueryParams.UNIT))).orElse(null);
            if (!updates.hasRoom()) {
                throw new ProblemException(DashboardProblem.TOO_MANY_VIEWERS, null);
            }
            Asker asker = Asker.of(ctx);
            updates.open(ctx, watched, asker.scope(), asker.stillMay());
        } catch (ProblemException problem) {
            Endpoint.refuse(ctx, problem);
        }
    }
}
