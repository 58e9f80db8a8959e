package id.tepati.standalone.demo.city;

import java.util.List;

/**
 * Chance that depends on nothing but what it was made of: equal parts give equal throws, on every machine and Java
 * (SplitMix64, StrictMath). Not thread-safe.
 */
final class SeededRandom {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    private SeededRandom(long state) {
        this.state = state;
    }

    /** Dice of their own for what the parts name, told apart by their text. */
    static SeededRandom of(long seed, Object... parts) {
        long state = mix(seed);
        for (Object part : parts) {
            String text = part.toString();
            for (int i = 0; i < text.length(); i++) {
                state = mix(state + GOLDEN + text.charAt(i));
            }
            state = mix(state ^ GOLDEN);
        }
        return new SeededRandom(state);
    }

    /** Evenly from 0 to below 1. */
    double fraction() {
        state += GOLDEN;
        return (mix(state) >>> 11) * UNIT;
    }

    boolean chance(double probability) {
        return fraction() < probability;
    }

    /** Evenly from the first to the last, both included. */
    int between(int first, int last) {
        return first + (int) (fraction() * (last - first + 1));
    }

    <T> T pick(List<T> choices) {
        return choices.get(between(0, choices.size() - 1));
    }

    /** Normal, with mean 0 and deviation 1 (Box and Muller). */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - fraction()));
        return radius * StrictMath.cos(2 * StrictMath.PI * fraction());
    }

    /** Log-normal with median 1: how much longer or shorter than usual something takes. */
    double factor(double spread) {
        return StrictMath.exp(spread * normal());
    }

    /** How many come where so many are usual (Poisson). */
    int count(double mean) {
        double limit = StrictMath.exp(-mean);
        double product = fraction();
        int count = 0;
        while (product > limit) {
            product *= fraction();
            count++;
        }
        return count;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
