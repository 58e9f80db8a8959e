package id.tepati.standalone.app;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.ToDoubleFunction;

/**
 * Tells from looks at the heap how it is. It is exhausted where for {@link #WINDOW} every collection left next to no room
 * and the collections took most of the time, for the rest of it goes to threads that wait for room. Measured while a
 * read model outgrew its heap, collections took from 79 % of the time on by then with the serial collector, and 84 to
 * 99 % with G1. Neither sign is enough alone: the serial collector takes up to 75 % while it still finds room and the
 * work goes on, a machine may be put to sleep in the middle of a collection, and a heap may be full of what is needed.
 * Not thread-safe.
 */
final class HeapWatch {
    /** For how long it has to be so. */
    static final Duration WINDOW = Duration.ofSeconds(30);

    private static final double NEXT_TO_NO_ROOM = 0.95;
    private static final double MOST_OF_THE_TIME = 0.75;

    /** Of the window, and the last one before it. */
    private final Deque<HeapUse> looks = new ArrayDeque<>();

    /** How the heap is. */
    enum State {
        FINE,
        /** It is nearly full: it will be exhausted if it has to hold more. */
        TIGHT,
        /** Nothing goes on any more. */
        EXHAUSTED
    }

    /** Takes a look, as every second or so, and tells how the heap has been for the whole window. */
    State look(HeapUse use) {
        looks.addLast(use);
        while (looks.size() > 2 && isBeforeTheWindow(second())) {
            looks.removeFirst();
        }
        if (!isBeforeTheWindow(looks.getFirst()) || least(HeapUse::longLived) < HeapUse.TIGHT) {
            return State.FINE;
        }
        boolean still = least(HeapUse::used) >= NEXT_TO_NO_ROOM && collecting() >= MOST_OF_THE_TIME;
        return still ? State.EXHAUSTED : State.TIGHT;
    }

    private HeapUse second() {
        Iterator<HeapUse> inOrder = looks.iterator();
        inOrder.next();
        return inOrder.next();
    }

    private boolean isBeforeTheWindow(HeapUse look) {
        return looks.getLast().at().minus(look.at()).compareTo(WINDOW) >= 0;
    }

    private double least(ToDoubleFunction<HeapUse> share) {
        return looks.stream().mapToDouble(share).min().orElse(0);
    }

    /** The share of the time that collections took. */
    private double collecting() {
        HeapUse first = looks.getFirst();
        HeapUse last = looks.getLast();
        return (double) last.collecting().minus(first.collecting()).toNanos()
                / last.at().minus(first.at()).toNanos();
    }
}
