package id.tepati.broker;

/**
 * When an acknowledged record is on the disk. With one replica {@code acks=all} promises no more than this.
 *
 * <p>A single topic can be made stricter with its own {@code flush.messages=1}, at far less cost than the whole broker.
 */
public enum Flush {
    /** The operating system decides: records survive a killed process, the last seconds not a power cut. */
    BY_OPERATING_SYSTEM,
    /** Before the acknowledgement, on every topic: survives a power cut, and is slow. */
    BEFORE_ACKNOWLEDGING
}
