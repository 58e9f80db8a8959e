package id.tepati.rules.event;

import java.math.BigInteger;
import java.util.Comparator;

/**
 * The CloudEvents {@code sequence} of a correction. Digits compare as a number and come before anything else, the
 * rest compares as text; {@link #NONE} comes before all.
 */
public record Sequence(String value) implements Comparable<Sequence> {
    /** An event without {@code sequence}. */
    public static final Sequence NONE = new Sequence("");

    private static final Comparator<Sequence> ORDER = Comparator.comparingInt(Sequence::kind)
            .thenComparing(Sequence::number)
            .thenComparing(Sequence::value);

    private int kind() {
        if (value.isEmpty()) {
            return 0;
        }
        return isNumber() ? 1 : 2;
    }

    private boolean isNumber() {
        return !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private BigInteger number() {
        return isNumber() ? new BigInteger(value) : BigInteger.ZERO;
    }

    @Override
    public int compareTo(Sequence other) {
        return ORDER.compare(this, other);
    }
}
