package id.tepati.rules.statistics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Whole numbers, each with how often it is there. Immutable and canonical: the same numbers give equal objects. */
final class Multiset {
    static final Multiset EMPTY = new Multiset(new long[0], new long[0]);

    /** Ascending, each once. */
    private final long[] numbers;

    private final long[] times;

    private Multiset(long[] numbers, long[] times) {
        this.numbers = numbers;
        this.times = times;
    }

    /**
     * Takes the arrays over.
     *
     * @throws IllegalArgumentException where the numbers do not ascend or one of them is not there
     */
    static Multiset of(long[] numbers, long[] times) {
        for (int at = 0; at < numbers.length; at++) {
            if (times[at] <= 0 || (at > 0 && numbers[at] <= numbers[at - 1])) {
                throw new IllegalArgumentException("no " + times[at] + " times " + numbers[at] + " after "
                        + Arrays.toString(Arrays.copyOf(numbers, at)));
            }
        }
        return new Multiset(numbers, times);
    }

    static Multiset of(long number) {
        return new Multiset(new long[] {number}, new long[] {1});
    }

    /** How many different numbers there are. */
    int size() {
        return numbers.length;
    }

    /** The number at a place from 0 on, ascending. */
    long number(int at) {
        return numbers[at];
    }

    /** How often that number is there. */
    long times(int at) {
        return times[at];
    }

    long least() {
        return numbers[0];
    }

    long most() {
        return numbers[numbers.length - 1];
    }

    Multiset plus(long number) {
        int at = Arrays.binarySearch(numbers, number);
        if (at >= 0) {
            long[] more = times.clone();
            more[at]++;
            return new Multiset(numbers, more);
        }
        int gap = -at - 1;
        long[] wider = Arrays.copyOf(numbers, numbers.length + 1);
        long[] more = Arrays.copyOf(times, times.length + 1);
        System.arraycopy(numbers, gap, wider, gap + 1, numbers.length - gap);
        System.arraycopy(times, gap, more, gap + 1, times.length - gap);
        wider[gap] = number;
        more[gap] = 1;
        return new Multiset(wider, more);
    }

    Multiset plus(Multiset other) {
        if (other.numbers.length == 1 && other.times[0] == 1) {
            return plus(other.numbers[0]);
        }
        long[] merged = new long[numbers.length + other.numbers.length];
        long[] more = new long[merged.length];
        int used = 0;
        for (int i = 0, j = 0; i < numbers.length || j < other.numbers.length; used++) {
            long mine = i < numbers.length ? numbers[i] : Long.MAX_VALUE;
            long theirs = j < other.numbers.length ? other.numbers[j] : Long.MAX_VALUE;
            boolean isMine = i < numbers.length && mine <= theirs;
            boolean isTheirs = j < other.numbers.length && theirs <= mine;
            merged[used] = Math.min(mine, theirs);
            more[used] = (isMine ? times[i++] : 0) + (isTheirs ? other.times[j++] : 0);
        }
        return new Multiset(Arrays.copyOf(merged, used), Arrays.copyOf(more, used));
    }

    /**
     * Without the numbers of the other one.
     *
     * @throws IllegalStateException where some of them are not there
     */
    Multiset minus(Multiset other) {
        long[] fewer = times.clone();
        int gone = 0;
        for (int i = 0; i < other.numbers.length; i++) {
            int at = Arrays.binarySearch(numbers, other.numbers[i]);
            if (at < 0 || fewer[at] < other.times[i]) {
                throw new IllegalStateException("broken invariant: " + other.times[i] + " times " + other.numbers[i]
                        + " taken back from a distribution, never added");
            }
            fewer[at] -= other.times[i];
            gone += fewer[at] == 0 ? 1 : 0;
        }
        return gone == 0 ? new Multiset(numbers, fewer) : compact(numbers, fewer, numbers.length - gone);
    }

    private static Multiset compact(long[] numbers, long[] times, int size) {
        long[] kept = new long[size];
        long[] left = new long[size];
        int used = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (times[i] > 0) {
                kept[used] = numbers[i];
                left[used++] = times[i];
            }
        }
        return new Multiset(kept, left);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Multiset that
                && Arrays.equals(numbers, that.numbers)
                && Arrays.equals(times, that.times);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(numbers) + Arrays.hashCode(times);
    }
}
