package id.tepati.access.http;

import id.tepati.access.feed.AccessException;
import id.tepati.access.feed.AccessFeed;
import id.tepati.access.feed.SessionWriter;
import id.tepati.access.record.AccountId;
import id.tepati.access.record.SignInSession;
import id.tepati.access.secret.Secret;
import id.tepati.access.secret.SecretHash;
import id.tepati.access.secret.SecretKind;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Sessions of browsers, each held in a cookie that no script can read. Thread-safe. */
final class BrowserSessions {
    /** Whoever signed in has to do so again after this time. */
    static final Duration LASTS = Duration.ofHours(12);

    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(5);

    private final AccessFeed feed;
    private final SessionWriter writer;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** Whose session is to begin. */
    @FunctionalInterface
    interface Beginning {
        SignInSession of(SecretHash hash, Instant began, Instant expires);
    }

    BrowserSessions(AccessFeed feed, SessionWriter writer, Clock clock) {
        this.feed = feed;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * Begins one, and returns when this process knows of it.
     *
     * @throws AccessException where Kafka does not take it
     */
    void begin(Context ctx, Beginning beginning) {
        Secret secret = Secret.make(SecretKind.SESSION, random);
        // instants of accounts are whole microseconds too: who signs in after a change is not before it
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        writer.begin(beginning.of(secret.hash(), now, now.plus(LASTS)));
        if (!feed.await(
                known -> known.identityOfSession(secret, clock.instant()).isPresent(), KNOWN_WITHIN)) {
            throw new AccessException("A session that was written did not come back from Kafka in time.", null);
        }
        ctx.cookie(cookie(ctx, secret.text(), Math.toIntExact(LASTS.toSeconds())));
    }

    /** The one that a browser holds, ended or not; empty where it is unknown. */
    Optional<SignInSession> of(Context ctx) {
        return Gate.session(ctx.cookie(Gate.COOKIE)).flatMap(feed.view()::session);
    }

    void end(SignInSession session) {
        writer.end(session.hash());
    }

    /** Ends all of somebody for whom a provider vouched. */
    void endAllVouchedFor(AccountId user) {
        feed.view().sessions().stream()
                .filter(session -> session.isVouchedFor() && session.user().equals(user))
                .forEach(this::end);
    }

    /** Has the browser let go of its session. */
    static void forget(Context ctx) {
        ctx.cookie(cookie(ctx, "", 0));
    }

    private static Cookie cookie(Context ctx, String value, int seconds) {
        Cookie cookie = new Cookie(Gate.COOKIE, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(ctx.scheme().equals("https"));
        cookie.setSameSite(SameSite.STRICT);
        cookie.setMaxAge(seconds);
        return cookie;
    }
}
