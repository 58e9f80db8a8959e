package id.tepati.dashboard.standing;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the first few of many by an order, in little memory. Confined to one query. */
public final class TopN<T> {
    private final int limit;
    private final Comparator<T> order;
    private final PriorityQueue<T> kept;

    /** Keeps so many. */
    public TopN(int limit, Comparator<T> order) {
        this.limit = limit;
        this.order = order;
        this.kept = new PriorityQueue<>(limit + 1, order.reversed());
    }

    /** Keeps it if it is one of the first. */
    public void offer(T candidate) {
        kept.add(candidate);
        if (kept.size() > limit) {
            kept.poll();
        }
    }

    /** Those that are kept, in order. */
    public List<T> inOrder() {
        return kept.stream().sorted(order).toList();
    }
}
