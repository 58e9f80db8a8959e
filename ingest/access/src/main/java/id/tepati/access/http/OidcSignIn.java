package id.tepati.access.http;

import com.nimbusds.oauth2.sdk.id.State;
import id.tepati.access.feed.AccessException;
import id.tepati.access.feed.AccessFeed;
import id.tepati.access.oidc.OidcConfig;
import id.tepati.access.oidc.OidcException;
import id.tepati.access.oidc.OidcFailure;
import id.tepati.access.oidc.OidcPerson;
import id.tepati.access.oidc.OidcProvider;
import id.tepati.access.oidc.PendingSignIns;
import id.tepati.access.record.AccountId;
import id.tepati.access.record.SignInSession;
import id.tepati.access.rights.Grant;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signing in by a provider: sends browsers there, and has them back on the page that was asked for, signed in, or on the
 * page for signing in with the reason why not. Thread-safe.
 */
final class OidcSignIn {
    private static final Logger LOG = LoggerFactory.getLogger(OidcSignIn.class);
    private static final String START = "/masuk/oidc";
    private static final String SIGN_IN_PAGE = "/masuk";
    private static final String COMES_TO = "ke";
    private static final String COOKIE = "tepati-masuk";
    private static final Pattern BROWSER = Pattern.compile("[A-Za-z0-9_-]{43}");
    /** A path of this server: what a browser would take for another server does not begin like that. */
    private static final Pattern LOCAL = Pattern.compile("/(?:[!-.0-\\[\\]-~][!-~]{0,1999})?");

    private final OidcConfig config;
    private final OidcProvider provider;
    private final PendingSignIns pending;
    private final BrowserSessions sessions;
    private final AccessFeed feed;

    OidcSignIn(OidcConfig config, BrowserSessions sessions, AccessFeed feed, Clock clock) {
        this.config = config;
        this.provider = new OidcProvider(config);
        this.pending = new PendingSignIns(clock);
        this.sessions = sessions;
        this.feed = feed;
    }

    /** What the page calls the provider. */
    String name() {
        return config.name();
    }

    void addTo(JavalinConfig routes) {
        routes.routes.get(START, this::leave, RouteRule.ANYONE);
        routes.routes.get(OidcConfig.RETURN_PATH, this::comeBack, RouteRule.ANYONE);
    }

    private void leave(Context ctx) {
        String browser = browser(ctx).orElseGet(() -> new State().getValue());
        String comesTo = local(ctx.queryParam(COMES_TO));
        try {
            String address =
                    provider.signInAddress(pending.begin(browser, comesTo)).toString();
            ctx.cookie(cookie(browser));
            sendTo(ctx, address);
        } catch (OidcException failed) {
            turnBack(ctx, failed, comesTo);
        }
    }

    private void comeBack(Context ctx) {
        Optional<PendingSignIns.Pending> begun = browser(ctx)
                .flatMap(browser ->
                        Optional.ofNullable(ctx.queryParam("state")).flatMap(state -> pending.end(browser, state)));
        String comesTo = begun.map(PendingSignIns.Pending::comesTo).orElse("/");
        try {
            signIn(ctx, begun.orElseThrow(() -> OidcFailure.BEGIN_AGAIN.because("nobody was sent from this browser")));
            sendTo(ctx, comesTo);
        } catch (OidcException failed) {
            turnBack(ctx, failed, comesTo);
        }
    }

    private void signIn(Context ctx, PendingSignIns.Pending begun) throws OidcException {
        OidcPerson person = provider.person(begun, ctx.queryParamMap());
        AccountId user = accountId(person);
        List<Grant> grants = config.grants(person.roles());
        if (grants.isEmpty()) {
            throw OidcFailure.NO_ROLE.because("the provider tells no group of theirs that has a role");
        }
        try {
            sessions.begin(
                    ctx,
                    (hash, began, expires) -> new SignInSession(hash, user, began, expires, person.name(), grants));
        } catch (AccessException away) {
            LOG.atWarn().setCause(away).log("who signs in cannot be written");
            throw OidcFailure.NOT_RECORDED.because("Kafka did not take the session");
        }
    }

    /** The change log tells people apart by their ids, so nobody comes by the id of another one. */
    private AccountId accountId(OidcPerson person) throws OidcException {
        AccountId id;
        try {
            id = new AccountId(person.user().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException noId) {
            throw OidcFailure.NAME_NOT_USABLE.because("what the provider calls somebody is no id");
        }
        if (feed.view().user(id).isPresent()) {
            throw OidcFailure.NAME_NOT_USABLE.because("somebody of that id signs in with a password");
        }
        return id;
    }

    private static void turnBack(Context ctx, OidcException failed, String comesTo) {
        LOG.atInfo()
                .addKeyValue("failure", failed.failure().code())
                .addKeyValue("reason", failed.getMessage())
                .log("somebody was not signed in by the provider");
        sendTo(
                ctx,
                SIGN_IN_PAGE + "?galat=" + failed.failure().code() + "&" + COMES_TO + "="
                        + URLEncoder.encode(comesTo, StandardCharsets.UTF_8));
    }

    private static void sendTo(Context ctx, String address) {
        ctx.header("Cache-Control", "no-store");
        ctx.redirect(address, HttpStatus.SEE_OTHER);
    }

    private static Optional<String> browser(Context ctx) {
        return Optional.ofNullable(ctx.cookie(COOKIE))
                .filter(text -> BROWSER.matcher(text).matches());
    }

    static String local(@Nullable String path) {
        return path != null && LOCAL.matcher(path).matches() ? path : "/";
    }

    /** The provider's site sends the browser back, so the cookie has to come along from there. */
    private Cookie cookie(String browser) {
        Cookie cookie = new Cookie(COOKIE, browser);
        cookie.setPath(START);
        cookie.setHttpOnly(true);
        cookie.setSecure(config.publicUrl().getScheme().equals("https"));
        cookie.setSameSite(SameSite.LAX);
        cookie.setMaxAge(Math.toIntExact(PendingSignIns.WITHIN.toSeconds()));
        return cookie;
    }
}
