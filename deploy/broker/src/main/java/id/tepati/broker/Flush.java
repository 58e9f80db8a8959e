package id.tepati.broker;

import java.util.Map;

/**
 * When an acknowledged record is on the disk. With one replica {@code acks=all} promises no more than this.
 *
 * <p>A single topic can be made stricter with its own {@code flush.messages=1}, at far less cost than the whole broker.
 */
public enum Flush {
    /** The operating system decides: records survive a killed process, the last seconds not a power cut. */
    BY_OPERATING_SYSTEM(Map.of()),
    /** Before the acknowledgement, on every topic: survives a power cut, and is slow. */
    BEFORE_ACKNOWLEDGING(Map.of("log.flush.interval.messages", "1"));

    // an unmodifiable map of strings, which the check cannot see from the declared type
    @SuppressWarnings("ImmutableEnumChecker")
    private final Map<String, String> settings;

    Flush(Map<String, String> settings) {
        this.settings = settings;
    }

    Map<String, String> settings() {
        return settings;
    }
}
