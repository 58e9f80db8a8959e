package id.tepati.rules;

import org.jspecify.annotations.Nullable;

/** The later and the earlier of two instants, or of two dates. */
public final class Times {
    private Times() {}

    /** The later of both. */
    public static <T extends Comparable<? super T>> T later(T one, T other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** The earlier of both. */
    public static <T extends Comparable<? super T>> T earlier(T one, T other) {
        return one.compareTo(other) > 0 ? other : one;
    }

    /** The later of both, where only one is known that one; null where neither is. */
    public static <T extends Comparable<? super T>> @Nullable T laterKnown(@Nullable T one, @Nullable T other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return later(one, other);
    }

    /** The earlier of both, where only one is known that one; null where neither is. */
    public static <T extends Comparable<? super T>> @Nullable T earlierKnown(@Nullable T one, @Nullable T other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return earlier(one, other);
    }
}
