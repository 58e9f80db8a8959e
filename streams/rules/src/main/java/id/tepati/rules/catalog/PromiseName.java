package id.tepati.rules.catalog;

import id.tepati.rules.clock.ClockKind;

/**
 * Names a promise within its service. Figures of one name add up over services and units; different names never do.
 * Today a promise is named by its clock alone.
 */
public record PromiseName(String value) implements Comparable<PromiseName> {
    /** The promise that a standard makes for a clock. */
    public static PromiseName of(ClockKind clock) {
        return new PromiseName(clock.id());
    }

    @Override
    public int compareTo(PromiseName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
