package id.tepati.access.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who was sent to the provider by this process and is not back yet. Each is good once, for ten minutes, in the browser
 * from which it began; of more than ten thousand the oldest are forgotten. Thread-safe.
 */
public final class PendingSignIns {
    /** How long somebody has for it. */
    public static final Duration WITHIN = Duration.ofMinutes(10);

    private static final int MOST = 10_000;

    private final Clock clock;
    private final Map<String, Pending> byState = new LinkedHashMap<>();

    /**
     * One sign-in.
     *
     * @param browser from which it began
     * @param comesTo path of the page that was asked for
     */
    public record Pending(
            String browser, State state, Nonce nonce, CodeVerifier verifier, String comesTo, Instant expires) {
        /** Nothing of it, so that it gets into no log. */
        @Override
        public String toString() {
            return "(a sign-in that has begun)";
        }

        private boolean isOf(String other) {
            return MessageDigest.isEqual(
                    browser.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** None yet. */
    public PendingSignIns(Clock clock) {
        this.clock = clock;
    }

    /** Begins one. */
    public synchronized Pending begin(String browser, String comesTo) {
        Pending pending = new Pending(
                browser,
                new State(),
                new Nonce(),
                new CodeVerifier(),
                comesTo,
                clock.instant().plus(WITHIN));
        byState.put(pending.state().getValue(), pending);
        forget();
        return pending;
    }

    /** The one of a state, which is good no more then; empty where there is none that began in this browser. */
    public synchronized Optional<Pending> end(String browser, String state) {
        forget();
        Optional<Pending> found = Optional.ofNullable(byState.get(state)).filter(pending -> pending.isOf(browser));
        found.ifPresent(pending -> byState.remove(state));
        return found;
    }

    /** They expire in the order in which they began. */
    private void forget() {
        Instant now = clock.instant();
        Iterator<Pending> oldest = byState.values().iterator();
        while (oldest.hasNext()) {
            boolean isOver = !now.isBefore(oldest.next().expires());
            if (!isOver && byState.size() <= MOST) {
                return;
            }
            oldest.remove();
        }
    }
}
