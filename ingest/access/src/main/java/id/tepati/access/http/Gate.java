package id.tepati.access.http;

import id.tepati.access.record.AccessView;
import id.tepati.access.record.ProducerAccount;
import id.tepati.access.rights.Identity;
import id.tepati.access.rights.UnitScope;
import id.tepati.access.secret.Secret;
import id.tepati.access.secret.SecretKind;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.Endpoint;
import io.javalin.router.InternalRouter;
import io.javalin.security.Roles;
import io.javalin.security.RouteRole;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What every request passes before its route: who asks, and whether the route answers them. What somebody may not ask is
 * answered like what does not exist. Thread-safe.
 */
public final class Gate {
    /** Of the session. */
    static final String COOKIE = "tepati-session";

    private static final String BEARER = "Bearer ";
    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private final Supplier<AccessView> access;
    private final boolean onlyThisMachine;
    private final boolean hasProvider;
    private final Clock clock;
    private volatile @Nullable InternalRouter router;

    /**
     * A gate of a server.
     *
     * @param access what is known of who may do what
     * @param onlyThisMachine whether no other machine reaches the server; where nobody is configured everything is open then
     */
    public Gate(Supplier<AccessView> access, boolean onlyThisMachine, Clock clock) {
        this(access, onlyThisMachine, false, clock);
    }

    /**
     * A gate of a server on which people may sign in by a provider too.
     *
     * @param hasProvider whether they may: then somebody is configured, even without any user
     */
    public Gate(Supplier<AccessView> access, boolean onlyThisMachine, boolean hasProvider, Clock clock) {
        this.access = access;
        this.onlyThisMachine = onlyThisMachine;
        this.hasProvider = hasProvider;
        this.clock = clock;
    }

    /** One of a server on which everything is open. */
    public static Gate open(Clock clock) {
        return new Gate(() -> AccessView.EMPTY, true, clock);
    }

    /** Puts it before every route of a server; whatever is answered then tells browsers how to keep it safe. */
    public void guard(JavalinConfig config) {
        config.routes.before(SecurityHeaders::put);
        config.routes.beforeMatched(this::ask);
        config.routes.exception(AccessProblem.NotLetIn.class, AccessProblem.NotLetIn::answer);
    }

    /**
     * Holds a server, before it starts, to having a rule for every route. One that was not held to it answers no HEAD.
     *
     * @throws IllegalStateException where one has none
     */
    public void requireRules(Javalin server) {
        router = server.unsafe.internalRouter;
        router.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint ->
                        endpoint.method.isHttpMethod() && rule(roles(endpoint)).isEmpty())
                .findFirst()
                .ifPresent(endpoint -> {
                    throw new IllegalStateException("The route " + endpoint.method + " " + endpoint.path
                            + " says of nobody that they may ask it.");
                });
    }

    private static Set<RouteRole> roles(Endpoint endpoint) {
        Roles roles = endpoint.metadata(Roles.class);
        return roles == null ? Set.of() : roles.getRoles();
    }

    private static Optional<RouteRule> rule(Set<RouteRole> roles) {
        return roles.stream()
                .filter(RouteRule.class::isInstance)
                .map(RouteRule.class::cast)
                .findFirst();
    }

    /** Whether everything is open to whoever reaches the server. */
    boolean isOpen() {
        return onlyThisMachine && !hasProvider && access.get().hasNobody();
    }

    private boolean takesEventsFromAnyone() {
        return onlyThisMachine && access.get().producers().isEmpty();
    }

    private void ask(Context ctx) {
        RouteRule rule = ruleOf(ctx);
        if (!READING.contains(ctx.method())) {
            refuseOtherSites(ctx);
        }
        if (rule.isForAnyone()) {
            return;
        }
        if (rule.isForProducers()) {
            askForKey(ctx).on(ctx);
        } else {
            Optional<Asker> own = rule.takesOwnKey() ? askOwn(ctx) : Optional.empty();
            own.orElseGet(() -> askForPermission(ctx, rule)).on(ctx);
        }
    }

    /** HEAD is answered where GET is, without its route being asked. */
    private RouteRule ruleOf(Context ctx) {
        if (ctx.method().equals(HandlerType.HEAD)) {
            return Optional.ofNullable(router)
                    .map(known -> known.findFirstHttpHandlerEntry(HandlerType.GET, ctx.path()))
                    .flatMap(found -> rule(roles(found.endpoint)))
                    .orElseThrow(() -> notFound(ctx));
        }
        return rule(ctx.routeRoles())
                .orElseThrow(() -> new IllegalStateException("a route without a rule: " + ctx.path()));
    }

    /** As the server says it of a path that has no route. */
    private static NotFoundResponse notFound(Context ctx) {
        return new NotFoundResponse("Endpoint " + ctx.method() + " " + ctx.path() + " not found");
    }

    /** Browsers say from where a page has them send something. */
    private static void refuseOtherSites(Context ctx) {
        String site = ctx.header("Sec-Fetch-Site");
        String origin = ctx.header("Origin");
        boolean other = site != null
                ? !site.equals("same-origin") && !site.equals("none")
                : origin != null && !origin.equals(ctx.scheme() + "://" + ctx.host());
        if (other) {
            throw AccessProblem.CROSS_SITE.exception();
        }
    }

    private Asker askForKey(Context ctx) {
        Optional<String> given = bearer(ctx);
        if (given.isEmpty() && takesEventsFromAnyone()) {
            return new Asker(Identity.OPEN, UnitScope.EVERYWHERE, null, () -> true);
        }
        ProducerAccount account = given.flatMap(this::holder)
                .orElseThrow(
                        () -> (given.isEmpty() ? AccessProblem.KEY_REQUIRED : AccessProblem.INVALID_TOKEN).exception());
        if (account.revoked()) {
            throw AccessProblem.KEY_REVOKED.exception();
        }
        return new Asker(account.identity(), UnitScope.NOTHING, account, () -> true);
    }

    /** Whose key a text is, revoked producers' too; empty where it is none that is known. */
    private Optional<ProducerAccount> holder(String text) {
        return Secret.read(SecretKind.KEY, text).flatMap(access.get()::producerWith);
    }

    /** A producer that asks about itself; empty where somebody else asks. */
    private Optional<Asker> askOwn(Context ctx) {
        return bearer(ctx).flatMap(this::holder).map(account -> {
            if (account.revoked()) {
                throw AccessProblem.KEY_REVOKED.exception();
            }
            return new Asker(account.identity(), account.scope(), account, () -> true);
        });
    }

    private Asker askForPermission(Context ctx, RouteRule rule) {
        String token = bearer(ctx).orElse(null);
        String cookie = ctx.cookie(COOKIE);
        Identity identity = identity(token, cookie)
                .orElseThrow(() ->
                        (token == null ? AccessProblem.SIGN_IN_REQUIRED : AccessProblem.INVALID_TOKEN).exception());
        UnitScope scope = rule.scope(identity);
        if (scope.isNothing()) {
            throw notFound(ctx);
        }
        return new Asker(
                identity,
                scope,
                null,
                () -> identity(token, cookie)
                        .map(rule::scope)
                        .filter(scope::equals)
                        .isPresent());
    }

    /** Who asks now: by a token where there is one, else by the session. */
    private Optional<Identity> identity(@Nullable String token, @Nullable String cookie) {
        AccessView known = access.get();
        if (token != null) {
            return Secret.read(SecretKind.TOKEN, token)
                    .flatMap(secret -> known.identityOfToken(secret, clock.instant()))
                    .or(() -> Secret.read(SecretKind.KEY, token)
                            .flatMap(known::producerWith)
                            .filter(producer -> !producer.revoked())
                            .map(ProducerAccount::identity));
        }
        return isOpen()
                ? Optional.of(Identity.OPEN)
                : session(cookie).flatMap(secret -> known.identityOfSession(secret, clock.instant()));
    }

    /** Who asks, where that is known. */
    Optional<Identity> identity(Context ctx) {
        return identity(bearer(ctx).orElse(null), ctx.cookie(COOKIE));
    }

    /** The session that a browser holds, whether it is good or not. */
    static Optional<Secret> session(@Nullable String cookie) {
        return Optional.ofNullable(cookie).flatMap(text -> Secret.read(SecretKind.SESSION, text));
    }

    private static Optional<String> bearer(Context ctx) {
        return Optional.ofNullable(ctx.header("Authorization"))
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
    }
}
