package id.tepati.access.secret;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps whoever guesses passwords waiting: ten failures in a row lock a name for 15 minutes, whether somebody of that
 * name is known or not; they are counted in the memory of this process, for the names that were tried last. Thread-safe.
 */
public final class LockOut {
    /** Failures in a row that lock a name. */
    public static final int FAILURES = 10;
    /** How long it stays locked. */
    public static final Duration LOCKED_FOR = Duration.ofMinutes(15);

    static final int NAMES = 10_000;

    private final Map<String, Failures> byName = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > NAMES;
        }
    };
    private final Clock clock;

    private record Failures(int inARow, Instant last) {}

    /** With nobody locked. */
    public LockOut(Clock clock) {
        this.clock = clock;
    }

    /**
     * Begins a try, which counts as failed until {@link #succeeded}, so that many tries at once are not more than ten.
     *
     * @return false where the name is locked; then no password is to be looked at, the right one neither
     */
    public synchronized boolean begin(String name) {
        Instant now = clock.instant();
        Failures before = byName.get(name);
        if (before == null) {
            byName.put(name, new Failures(1, now));
            return true;
        }
        boolean full = before.inARow >= FAILURES;
        if (full && now.isBefore(before.last.plus(LOCKED_FOR))) {
            return false;
        }
        byName.put(name, new Failures(full ? 1 : before.inARow + 1, now));
        return true;
    }

    /** Forgets failures after the right password. */
    public synchronized void succeeded(String name) {
        byName.remove(name);
    }
}
