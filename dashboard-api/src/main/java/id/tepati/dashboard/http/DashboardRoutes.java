package id.tepati.dashboard.http;

import id.tepati.access.http.Asker;
import id.tepati.access.http.RouteRule;
import id.tepati.access.record.AccessView;
import id.tepati.access.record.ProducerAccount;
import id.tepati.access.rights.Permission;
import id.tepati.contract.api.Language;
import id.tepati.dashboard.export.ExportFormat;
import id.tepati.dashboard.glossary.Glossary;
import id.tepati.dashboard.live.LiveUpdates;
import id.tepati.dashboard.page.WebPage;
import id.tepati.dashboard.query.CaseDetail;
import id.tepati.dashboard.query.ProducerReport;
import id.tepati.dashboard.query.TodayAgainstUsual;
import id.tepati.dashboard.readmodel.ModelAccess;
import id.tepati.dashboard.standing.Standings;
import id.tepati.dashboard.store.Model;
import id.tepati.rules.CaseId;
import id.tepati.rules.UnitId;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.http.UriCompliance;

/**
 * The reading half of the API, the probes and the metrics, to be put on a server together with other routes.
 * Thread-safe once added.
 */
public final class DashboardRoutes {
    private static final String API = "/api/v1";
    private static final String LIVE = API + "/live";
    private static final String FORMAT = "format";
    private static final String FILES = API + "/{list}.{" + FORMAT + "}";

    /** The paths that are answered here, for programs that have to do with several releases. */
    private record Index(List<String> paths) {}

    private final ReadyModel model;
    private final Exports exports;
    private final OperatorRoutes operator;
    private final PrometheusMeterRegistry metrics;
    private final Clock clock;
    private final Supplier<AccessView> access;
    private final LiveUpdates live;
    private final WebPage page = new WebPage();
    private final Map<String, Guarded> endpoints = new TreeMap<>();

    /** A route, and who may ask it. */
    private record Guarded(Handler handler, RouteRule rule) {}

    /**
     * Prepares the routes over a model.
     *
     * @param health of everything that runs in this process, at least {@link Health#of} the model
     * @param metrics what {@code /metrics} shows; the timers of the routes go there too
     * @param access what is known of who may send what
     * @param clock the present instant of every answer
     */
    public DashboardRoutes(
            ModelAccess model,
            Health health,
            PrometheusMeterRegistry metrics,
            Supplier<AccessView> access,
            Clock clock) {
        this.model = new ReadyModel(model);
        Glossary glossary = new Glossary();
        this.exports = new Exports(this.model, glossary, clock);
        this.operator = new OperatorRoutes(health, metrics);
        this.metrics = metrics;
        this.access = access;
        this.clock = clock;
        Standings standings = new Standings();
        TodayAgainstUsual course = new TodayAgainstUsual();
        live = new LiveUpdates(model, standings, Json::write, clock);
        Gauge.builder("tepati.live.viewers", live, LiveUpdates::viewers)
                .description("Open streams of updates")
                .register(metrics);
        new Listings(standings, model::reading).all().forEach(each -> listing(each));
        endpoint(
                "/course",
                RouteRule.needs(Permission.SEE_FIGURES),
                QueryParams.OF_COURSE,
                (held, params) -> course.answer(
                        held,
                        QueryParams.anyUnit(params, held.catalogue()).orElse(null),
                        params.flag(QueryParams.SUBTREE),
                        clock.instant()));
        String meanings = API + "/glossary";
        open(meanings, Answering.json((ctx, params) -> glossary.answer(languageOf(ctx))));
        open(API, Answering.json((ctx, params) -> new Index(paths())));
        String oneCase = API + "/cases/{unit}/{case}";
        endpoints.put(
                oneCase,
                new Guarded(
                        new Endpoint(
                                oneCase,
                                Set.of(),
                                Answering.json((ctx, params) -> this.model.ask(ctx, oneCaseOf(ctx))),
                                metrics),
                        RouteRule.needs(Permission.SEE_CASES)));
        String oneProducer = API + "/producers/{" + QueryParams.ID + "}";
        endpoints.put(
                oneProducer,
                new Guarded(
                        new Endpoint(
                                oneProducer,
                                Set.of(),
                                Answering.json((ctx, params) -> this.model.ask(ctx, oneProducerOf(ctx))),
                                metrics),
                        RouteRule.ownKeyOr(Permission.MANAGE_PRODUCERS)));
    }

    /** Declares the routes; a case id may hold any character, percent-encoded: a slash, a percent sign, a backslash. */
    public void addTo(JavalinConfig config) {
        config.jetty.modifyHttpConfiguration(http -> http.setUriCompliance(UriCompliance.RFC3986.with(
                "case-ids",
                UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
                UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
                UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS)));
        endpoints.forEach((path, endpoint) -> config.routes.get(path, endpoint.handler(), endpoint.rule()));
        operator.addTo(config);
        config.routes.get(
                LIVE,
                new LiveRoute(
                        live, (ctx, params) -> model.ask(ctx, held -> QueryParams.anyUnit(params, held.catalogue()))),
                RouteRule.needs(Permission.SEE_FIGURES));
        config.events.serverStarting(live::start);
        config.events.serverStopping(live::close);
        page.addTo(config);
    }

    /** The paths of all routes. */
    public List<String> paths() {
        List<String> paths = new ArrayList<>(endpoints.keySet());
        paths.add(LIVE);
        paths.addAll(OperatorRoutes.PATHS);
        return paths;
    }

    /** A route that tells nothing of any unit. */
    private void open(String route, Answering answering) {
        endpoints.put(route, new Guarded(new Endpoint(route, Set.of(), answering, metrics), RouteRule.ANYONE));
    }

    private void endpoint(
            String path, RouteRule rule, Set<String> parameters, BiFunction<Model, Params, Object> answer) {
        String route = API + path;
        endpoints.put(route, new Guarded(json(route, parameters, answer), rule));
    }

    private Endpoint json(String route, Set<String> parameters, BiFunction<Model, Params, ?> answer) {
        return new Endpoint(
                route,
                parameters,
                Answering.json((ctx, params) -> model.ask(ctx, (Model held) -> answer.apply(held, params))),
                metrics);
    }

    /** A list that is answered as JSON, or as a file where the request accepts that, or names it by a suffix. */
    private <A, R extends Record> void listing(Listing<A, R> listing) {
        String route = API + "/" + listing.name();
        Endpoint json = json(
                route,
                listing.parameters(),
                (held, params) -> listing.question().answer(held, params, clock.instant()));
        Endpoint accepted =
                file(listing, listing.filters(), ctx -> accepted(ctx).orElseThrow());
        endpoints.put(
                route, new Guarded(ctx -> (accepted(ctx).isPresent() ? accepted : json).handle(ctx), listing.rule()));
        Set<String> parameters = QueryParams.both(listing.filters(), Set.of(QueryParams.LANG));
        endpoints.put(
                route + ".{" + FORMAT + "}",
                new Guarded(file(listing, parameters, DashboardRoutes::suffixOf), listing.rule()));
    }

    /** Files are timed together, apart from the answers as JSON: each takes as long as its reader. */
    private <A, R extends Record> Endpoint file(
            Listing<A, R> listing, Set<String> parameters, Function<Context, ExportFormat> format) {
        return new Endpoint(FILES, parameters, exports.of(listing, format), metrics);
    }

    private static Optional<ExportFormat> accepted(Context ctx) {
        return ExportFormat.acceptedBy(ctx.header("Accept"));
    }

    /** Tells it in the header too. */
    private static Language languageOf(Context ctx) {
        Language language = Language.of(ctx.header("Accept-Language"));
        ctx.header("Content-Language", language.tag());
        return language;
    }

    private static ExportFormat suffixOf(Context ctx) {
        return ExportFormat.ofSuffix(ctx.pathParam(FORMAT))
                .orElseThrow(() -> new ProblemException(DashboardProblem.UNKNOWN_PATH, null));
    }

    private Function<Model, Object> oneCaseOf(Context ctx) {
        String unitText = ctx.pathParam("unit");
        String caseText = ctx.pathParam("case");
        return held -> {
            UnitId unit = QueryParams.unit(unitText, held.catalogue());
            if (!CaseId.isValid(caseText)) {
                throw unknownCase();
            }
            return CaseDetail.answer(held, unit, new CaseId(caseText), clock.instant())
                    .orElseThrow(DashboardRoutes::unknownCase);
        };
    }

    /** To a producer there is no other one. */
    private Function<Model, Object> oneProducerOf(Context ctx) {
        AccessView known = access.get();
        Optional<ProducerAccount> asking = Asker.of(ctx).producer();
        String id = ctx.pathParam(QueryParams.ID);
        ProducerAccount asked = known.producers().stream()
                .filter(producer -> producer.id().value().equals(id))
                .filter(producer -> asking.isEmpty() || asking.get().id().equals(producer.id()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(DashboardProblem.UNKNOWN_PATH, null));
        return held -> ProducerReport.answer(held, asked, known, clock.instant());
    }

    private static ProblemException unknownCase() {
        return new ProblemException(DashboardProblem.UNKNOWN_CASE, "case");
    }
}
