package id.tepati.dashboard.live;

import id.tepati.dashboard.query.Overview;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All who watch the same units. What they are told is worked out once and written once, for all of them. Guarded by
 * {@link LiveUpdates}.
 */
final class Subscription {
    private static final byte[] SIGNED_OUT = "event: signed-out\ndata: {}\n\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] HEARTBEAT = ": \n\n".getBytes(StandardCharsets.UTF_8);

    private final Supplier<Overview.Answer> overview;
    private final Function<Object, byte[]> json;
    private final List<ViewerState> viewers = new ArrayList<>();
    private Overview.Answer last;
    private byte @Nullable [] everything;
    private int sinceLooked;
    private int sinceSent;
    private long revision;

    /** Looks for the first time. */
    Subscription(Supplier<Overview.Answer> overview, Function<Object, byte[]> json, long revision) {
        this.overview = overview;
        this.json = json;
        this.revision = revision;
        this.last = overview.get();
    }

    void add(Viewer viewer, BooleanSupplier stillMay) {
        ViewerState state = new ViewerState(viewer, stillMay);
        viewers.add(state);
        state.update(everything());
    }

    void remove(Viewer viewer) {
        viewers.removeIf(state -> state.viewer() == viewer);
    }

    boolean isEmpty() {
        return viewers.isEmpty();
    }

    List<Viewer> viewers() {
        return viewers.stream().map(ViewerState::viewer).toList();
    }

    /** Sends what is new, to each viewer that may have it and takes it. */
    void tick(long modelRevision) {
        sinceLooked++;
        sinceSent++;
        viewers.forEach(ViewerState::tick);
        sendAwayWhoMayNot();
        if (sinceSent >= LiveUpdates.TICKS_BETWEEN_UPDATES && mayHaveNews(modelRevision)) {
            look(modelRevision);
        }
        viewers.forEach(this::catchUp);
        dropStuck();
    }

    /** Time alone may change something too: a case comes near its due, a day ends. */
    private boolean mayHaveNews(long modelRevision) {
        return modelRevision != revision || sinceLooked >= LiveUpdates.TICKS_BETWEEN_UPDATES;
    }

    private void look(long modelRevision) {
        Overview.Answer next = overview.get();
        boolean news = !next.saysTheSameAs(last);
        byte[] changes = news || sinceSent >= LiveUpdates.TICKS_OF_SAMENESS ? message(next.since(last)) : null;
        last = next;
        everything = null;
        revision = modelRevision;
        sinceLooked = 0;
        if (changes != null) {
            sinceSent = 0;
            viewers.forEach(state -> tell(state, changes));
        }
    }

    private static void tell(ViewerState state, byte[] changes) {
        if (!state.isBehind() && state.isDue()) {
            state.update(changes);
        } else {
            state.fallBehind();
        }
    }

    private void catchUp(ViewerState state) {
        if (state.isBehind() && state.isDue()) {
            state.update(everything());
        } else if (state.needsKeepAlive()) {
            state.offer(HEARTBEAT);
        }
    }

    private void sendAwayWhoMayNot() {
        List<ViewerState> away =
                viewers.stream().filter(state -> !state.stillMay()).toList();
        viewers.removeAll(away);
        away.forEach(state -> {
            state.offer(SIGNED_OUT);
            state.viewer().close();
        });
    }

    private void dropStuck() {
        List<ViewerState> stuck = viewers.stream().filter(ViewerState::isStuck).toList();
        viewers.removeAll(stuck);
        stuck.forEach(state -> state.viewer().drop());
    }

    private byte[] everything() {
        byte[] known = everything;
        if (known == null) {
            known = message(last);
            everything = known;
        }
        return known;
    }

    private byte[] message(Overview.Answer answer) {
        String text = new String(json.apply(answer), StandardCharsets.UTF_8);
        return ("event: overview\ndata: " + text + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}
