package id.tepati.gateway.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs each kind of trouble at most once a minute, for trouble comes with every request. Thread-safe. */
final class QuietLog {
    private static final Logger LOG = LoggerFactory.getLogger(QuietLog.class);
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Instant> said = new ConcurrentHashMap<>();

    QuietLog(Clock clock) {
        this.clock = clock;
    }

    /** Trouble outside: only its kind is told, for its message may quote what a sender sent. */
    void warn(String message, Throwable cause) {
        if (isTime(message)) {
            LOG.atWarn().addKeyValue("reason", cause.getClass().getSimpleName()).log(message);
        }
    }

    /** A defect: somebody must look at it. */
    void error(String message, Throwable cause) {
        if (isTime(message)) {
            LOG.atError().setCause(cause).log(message);
        }
    }

    private boolean isTime(String message) {
        Instant now = clock.instant();
        Instant last = said.get(message);
        if (last != null && now.isBefore(last.plus(QUIET))) {
            return false;
        }
        return last == null ? said.putIfAbsent(message, now) == null : said.replace(message, last, now);
    }
}
