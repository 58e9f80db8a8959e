package id.tepati.dashboard.live;

import id.tepati.access.rights.UnitScope;
import id.tepati.dashboard.query.Overview;
import id.tepati.dashboard.readmodel.ModelAccess;
import id.tepati.dashboard.standing.Standings;
import id.tepati.dashboard.store.DatabaseException;
import id.tepati.dashboard.store.Model;
import id.tepati.rules.UnitId;
import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells viewers what changes: everything at once when they come, then what is new, at most once a second. A thread looks
 * at the model for all of them; each viewer holds one message at most, skips what it cannot take, and is dropped when it
 * takes nothing for long. Time is counted in ticks, so that a wall clock that jumps changes nothing. Thread-safe.
 */
public final class LiveUpdates implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(100);
    static final int TICKS_BETWEEN_UPDATES = ticks(Duration.ofSeconds(1));

    /** Where nothing but asOf changes, that is told this often. */
    static final int TICKS_OF_SAMENESS = ticks(Duration.ofSeconds(5));

    static final int KEEP_ALIVE_TICKS = ticks(Duration.ofSeconds(15));
    static final int TICKS_UNTIL_DROPPED = ticks(Duration.ofSeconds(10));

    private static final int MOST_VIEWERS = 2_000;
    private static final Logger LOG = LoggerFactory.getLogger(LiveUpdates.class);

    private final ModelAccess model;
    private final Standings standings;
    private final Function<Object, byte[]> json;
    private final Clock clock;
    private final Map<Watched, Subscription> subscriptions = new HashMap<>();
    private @Nullable ScheduledExecutorService ticking;
    private @Nullable ScheduledFuture<?> ticks;
    private final AtomicInteger viewers = new AtomicInteger();

    /** Who left, to be seen to in the next tick: lines end in any thread, also while they are gone through. */
    private final Queue<Gone> gone = new ConcurrentLinkedQueue<>();

    private record Gone(Viewer viewer, Watched watched) {}

    /** A unit, or every unit, of those that a viewer may see. */
    private record Watched(Optional<UnitId> unit, UnitScope scope) {}

    /**
     * Prepares, without a thread yet.
     *
     * @param standings shared with whoever else asks how units stand
     * @param json writes an answer as JSON without line breaks
     */
    public LiveUpdates(ModelAccess model, Standings standings, Function<Object, byte[]> json, Clock clock) {
        this.model = model;
        this.standings = standings;
        this.json = json;
        this.clock = clock;
    }

    private static int ticks(Duration duration) {
        return Math.toIntExact(duration.toMillis() / TICK.toMillis());
    }

    /** Begins to look at the model. */
    public synchronized void start() {
        ScheduledExecutorService one = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "live-updates");
            thread.setDaemon(true);
            return thread;
        });
        ticks = one.scheduleWithFixedDelay(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
        ticking = one;
    }

    /** Whether one viewer more can be served. */
    public synchronized boolean hasRoom() {
        return ticking != null && viewers.get() < MOST_VIEWERS;
    }

    /** How many are watching. */
    public int viewers() {
        return viewers.get();
    }

    /**
     * Turns a request into a line that stays open.
     *
     * @param unit null for every unit
     * @param scope of which units the viewer is told
     * @param stillMay asked once a second; where it is not so any more the line says so and ends
     */
    public void open(Context ctx, @Nullable UnitId unit, UnitScope scope, BooleanSupplier stillMay) {
        ctx.contentType("text/event-stream; charset=utf-8");
        ctx.header("X-Accel-Buffering", "no");
        ctx.future(() -> {
            ServletOutputStream out = Connection.streamOf(ctx);
            Viewer viewer = new Viewer(out, () -> Connection.cut(ctx));
            out.setWriteListener(viewer);
            subscribe(viewer, new Watched(Optional.ofNullable(unit), scope), stillMay);
            return viewer.ended();
        });
    }

    private synchronized void subscribe(Viewer viewer, Watched watched, BooleanSupplier stillMay) {
        if (ticking == null) {
            viewer.close();
            return;
        }
        Subscription subscription = subscriptions.computeIfAbsent(
                watched, absent -> new Subscription(() -> overview(watched), json, revision()));
        viewers.incrementAndGet();
        viewer.onEnd(() -> {
            viewers.decrementAndGet();
            gone.add(new Gone(viewer, watched));
        });
        subscription.add(viewer, stillMay);
    }

    private void clearViewers() {
        for (Gone next = gone.poll(); next != null; next = gone.poll()) {
            Subscription left = subscriptions.get(next.watched());
            if (left != null) {
                left.remove(next.viewer());
            }
        }
        subscriptions.values().removeIf(Subscription::isEmpty);
    }

    private Overview.Answer overview(Watched watched) {
        UnitScope scope = watched.scope();
        return model.ask(held -> Overview.answer(
                scope.isEverywhere() ? held : held.seenFrom(scope.roots()),
                watched.unit().orElse(null),
                standings,
                clock.instant()));
    }

    private long revision() {
        return model.ask(Model::revision);
    }

    private synchronized void tick() {
        try {
            clearViewers();
            if (model.state() instanceof ModelAccess.State.Failed) {
                all().forEach(Viewer::close);
            } else if (!subscriptions.isEmpty()) {
                long revision = revision();
                subscriptions.values().forEach(subscription -> subscription.tick(revision));
            }
        } catch (DatabaseException down) {
            LOG.atDebug().setCause(down).log("live updates wait for the database");
        } catch (RuntimeException defect) {
            LOG.atError().setCause(defect).log("live updates failed, the viewers were sent away");
            all().forEach(Viewer::close);
        }
    }

    private List<Viewer> all() {
        return subscriptions.values().stream()
                .flatMap(subscription -> subscription.viewers().stream())
                .toList();
    }

    /** Ends every line; there is no new one from now on. */
    @Override
    public synchronized void close() {
        if (ticking != null && ticks != null) {
            ticks.cancel(false);
            ticking.shutdown();
            ticking = null;
        }
        all().forEach(Viewer::close);
    }
}
