package id.tepati.access.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.tepati.access.change.Author;
import id.tepati.access.edit.UserEdits;
import id.tepati.access.feed.AccessException;
import id.tepati.access.feed.AccessFeed;
import id.tepati.access.feed.AccessWriter;
import id.tepati.access.feed.SessionWriter;
import id.tepati.access.oidc.OidcConfig;
import id.tepati.access.record.AccountId;
import id.tepati.access.record.SignInSession;
import id.tepati.access.record.UserAccount;
import id.tepati.access.rights.Identity;
import id.tepati.access.rights.Permission;
import id.tepati.access.rights.UnitScope;
import id.tepati.access.secret.LockOut;
import id.tepati.access.secret.Passwords;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signing in and out. A session lies in Kafka like everything about access, so it outlives a restart and is good at every
 * process; the browser holds it in a cookie that no script can read. Thread-safe.
 */
public final class SignIn {
    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final String SESSION = "/api/v1/session";
    private static final String SESSIONS = "/api/v1/sessions";
    private static final String ME = "/api/v1/me";
    private static final int LARGEST_BODY = 4096;
    private static final Identity NOBODY = new Identity("", Identity.Kind.PERSON, List.of());
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private final Gate gate;
    private final AccessFeed feed;
    private final BrowserSessions sessions;
    private final AccessWriter writer;
    private final Passwords passwords = new Passwords(new SecureRandom());
    private final LockOut lockOut;
    private final @Nullable OidcSignIn oidc;

    /** What a browser sends. */
    private record Given(
            @JsonProperty(value = "user", required = true) String user,

            @JsonProperty(value = "password", required = true)
            String password) {
        @Override
        public String toString() {
            return "(a name and a password)";
        }
    }

    /**
     * Who asks, and what they may.
     *
     * @param signedIn whether they signed in, or came with a token
     * @param open whether everything is open, because nobody is configured
     * @param id of the account; null for nobody
     * @param name as the page shows it; null for nobody
     * @param permissions what they may, of some units at least
     * @param everywhere whether they see the figures of all units
     * @param units else of these and those below them
     * @param oidc name of the provider by which people sign in; null where there is none
     * @param byPassword whether anybody signs in with a password here
     */
    public record Me(
            boolean signedIn,
            boolean open,
            @Nullable String id,
            @Nullable String name,
            List<String> permissions,
            boolean everywhere,
            List<String> units,
            @Nullable String oidc,
            boolean byPassword) {}

    /**
     * Answers on a server that has this gate.
     *
     * @param oidc the provider by which people sign in too; null for none
     */
    public SignIn(
            Gate gate,
            AccessFeed feed,
            SessionWriter sessions,
            AccessWriter writer,
            Clock clock,
            @Nullable OidcConfig oidc) {
        this.gate = gate;
        this.feed = feed;
        this.sessions = new BrowserSessions(feed, sessions, clock);
        this.writer = writer;
        this.lockOut = new LockOut(clock);
        this.oidc = oidc == null ? null : new OidcSignIn(oidc, this.sessions, feed, clock);
    }

    /** Declares its routes. */
    public void addTo(JavalinConfig config) {
        config.routes.get(ME, this::tellWhoAsks, RouteRule.ANYONE);
        config.routes.post(SESSION, this::begin, RouteRule.ANYONE);
        config.routes.delete(SESSION, this::end, RouteRule.ANYONE);
        config.routes.delete(SESSIONS, this::endAll, RouteRule.ANYONE);
        if (oidc != null) {
            oidc.addTo(config);
        }
    }

    private void begin(Context ctx) {
        Given given = given(ctx);
        if (!lockOut.begin(given.user())) {
            throw AccessProblem.LOCKED.exception();
        }
        Optional<UserAccount> account = accountId(given.user()).flatMap(feed.view()::user);
        if (!passwords.isRight(given.password(), account.map(UserAccount::password))) {
            throw AccessProblem.WRONG_PASSWORD.exception();
        }
        lockOut.succeeded(given.user());
        UserAccount user = account.orElseThrow();
        write(() -> sessions.begin(ctx, (hash, now, until) -> SignInSession.withPassword(hash, user.id(), now, until)));
        tell(ctx, Optional.of(user.identity()), user.name());
    }

    private static Optional<AccountId> accountId(String text) {
        try {
            return Optional.of(new AccountId(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static Given given(Context ctx) {
        try {
            byte[] body = ctx.bodyInputStream().readNBytes(LARGEST_BODY + 1);
            // the server itself fails on a charset that it does not know
            String type = Optional.ofNullable(ctx.header("Content-Type")).orElse("");
            if (body.length <= LARGEST_BODY && type.startsWith("application/json")) {
                return Optional.ofNullable(JSON.readValue(body, Given.class))
                        .orElseThrow(AccessProblem.SIGN_IN_MALFORMED::exception);
            }
        } catch (JsonProcessingException malformed) {
            // what was sent may hold a password: nothing of it goes into a log
            throw AccessProblem.SIGN_IN_MALFORMED.exception();
        } catch (IOException lost) {
            LOG.atDebug().setCause(lost).log("who signs in went away");
        }
        throw AccessProblem.SIGN_IN_MALFORMED.exception();
    }

    private void end(Context ctx) {
        sessions.of(ctx).ifPresent(session -> write(() -> sessions.end(session)));
        leave(ctx);
    }

    private void endAll(Context ctx) {
        Identity identity = gate.identity(ctx)
                .filter(who -> who.kind() == Identity.Kind.PERSON)
                .orElseThrow(AccessProblem.SIGN_IN_REQUIRED::exception);
        AccountId user = new AccountId(identity.name());
        boolean isVouchedFor =
                sessions.of(ctx).filter(SignInSession::isVouchedFor).isPresent();
        write(() -> {
            if (isVouchedFor) {
                sessions.endAllVouchedFor(user);
            } else {
                writer.write(new Author(user.value(), "signed out everywhere"), UserEdits.signOutEverywhere(user));
            }
        });
        leave(ctx);
    }

    private static void write(Runnable change) {
        try {
            change.run();
        } catch (AccessException away) {
            LOG.atWarn().setCause(away).log("who signs in or out cannot be written");
            throw AccessProblem.ACCESS_UNAVAILABLE.exception();
        }
    }

    private static void leave(Context ctx) {
        BrowserSessions.forget(ctx);
        ctx.header("Clear-Site-Data", "\"cache\"");
        ctx.status(204);
    }

    private void tellWhoAsks(Context ctx) {
        Optional<Identity> asks = gate.identity(ctx);
        Optional<String> vouched = sessions.of(ctx).map(SignInSession::name);
        tell(ctx, asks, vouched.or(() -> asks.flatMap(this::nameOfAccount)).orElse(null));
    }

    private Optional<String> nameOfAccount(Identity identity) {
        return accountId(identity.name()).flatMap(feed.view()::user).map(UserAccount::name);
    }

    private void tell(Context ctx, Optional<Identity> asks, @Nullable String name) {
        Identity identity = asks.orElse(NOBODY);
        UnitScope figures = identity.scope(Permission.SEE_FIGURES);
        boolean open = identity.kind() == Identity.Kind.NOBODY_CONFIGURED;
        Me me = new Me(
                asks.isPresent() && !open,
                open,
                asks.isPresent() && !open ? identity.name() : null,
                asks.isPresent() ? name : null,
                Stream.of(Permission.values())
                        .filter(identity::may)
                        .map(Permission::wireName)
                        .toList(),
                figures.isEverywhere(),
                figures.roots().stream().map(root -> root.value()).sorted().toList(),
                oidc == null ? null : oidc.name(),
                !feed.view().hasNobody());
        ctx.header("Cache-Control", "no-store");
        try {
            ctx.contentType("application/json").result(JSON.writeValueAsBytes(me));
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("who asks has no JSON form", defect);
        }
    }
}
