package id.tepati.dashboard.http;

import id.tepati.dashboard.live.LiveUpdates;
import id.tepati.dashboard.page.WebPage;
import id.tepati.dashboard.query.CaseDetail;
import id.tepati.dashboard.query.Cases;
import id.tepati.dashboard.query.Compliance;
import id.tepati.dashboard.query.DeadLetterList;
import id.tepati.dashboard.query.IncompleteCases;
import id.tepati.dashboard.query.Overview;
import id.tepati.dashboard.query.Queues;
import id.tepati.dashboard.query.RestatementList;
import id.tepati.dashboard.query.ServedLastHour;
import id.tepati.dashboard.query.Standards;
import id.tepati.dashboard.query.SystemStatus;
import id.tepati.dashboard.query.TodayAgainstUsual;
import id.tepati.dashboard.query.Units;
import id.tepati.dashboard.readmodel.Model;
import id.tepati.dashboard.readmodel.ModelAccess;
import id.tepati.dashboard.standing.Standings;
import id.tepati.rules.CaseId;
import id.tepati.rules.UnitId;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.jetty.http.UriCompliance;

/**
 * The reading half of the API, the probes and the metrics, to be put on a server together with other routes.
 * Thread-safe once added.
 */
public final class DashboardRoutes {
    private static final String API = "/api/v1";
    private static final String LIVE = API + "/live";

    /** The paths that are answered here, for programs that have to do with several releases. */
    private record Index(List<String> paths) {}

    private final ModelAccess model;
    private final OperatorRoutes operator;
    private final PrometheusMeterRegistry metrics;
    private final Clock clock;
    private final LiveUpdates live;
    private final ServedLastHour servedLastHour = new ServedLastHour();
    private final WebPage page = new WebPage();
    private final Map<String, Endpoint> endpoints = new TreeMap<>();

    /**
     * Prepares the routes over a model.
     *
     * @param health of everything that runs in this process, at least {@link Health#of} the model
     * @param metrics what {@code /metrics} shows; the timers of the routes go there too
     * @param clock the present instant of every answer
     */
    public DashboardRoutes(ModelAccess model, Health health, PrometheusMeterRegistry metrics, Clock clock) {
        this.model = model;
        this.operator = new OperatorRoutes(health, metrics);
        this.metrics = metrics;
        this.clock = clock;
        Standings standings = new Standings();
        TodayAgainstUsual course = new TodayAgainstUsual();
        live = new LiveUpdates(model, standings, Json::write, clock);
        Gauge.builder("tepati.live.viewers", live, LiveUpdates::viewers)
                .description("Open streams of updates")
                .register(metrics);
        endpoint(
                "/overview",
                Set.of(QueryParams.UNIT),
                (held, params) -> Overview.answer(
                        held, QueryParams.anyUnit(params, held.catalogue()).orElse(null), standings, clock.instant()));
        endpoint(
                "/course",
                QueryParams.OF_COURSE,
                (held, params) -> course.answer(
                        held,
                        QueryParams.anyUnit(params, held.catalogue()).orElse(null),
                        params.flag(QueryParams.SUBTREE),
                        clock.instant()));
        endpoint("/units", QueryParams.OF_PAGE, (held, params) -> Units.answer(held, params.page()));
        endpoint("/standards", QueryParams.OF_UNIT_PAGE, this::standards);
        endpoint("/compliance", QueryParams.OF_COMPLIANCE, this::compliance);
        endpoint("/cases", QueryParams.OF_CASES, this::cases);
        endpoint(
                "/incomplete-cases",
                QueryParams.OF_INCOMPLETE,
                (held, params) -> IncompleteCases.answer(
                        held,
                        QueryParams.anyUnit(params, held.catalogue()).orElse(null),
                        params.flag(QueryParams.SUBTREE),
                        params.page(),
                        clock.instant()));
        endpoint("/queues", QueryParams.OF_QUEUES, this::queues);
        endpoint("/restatements", QueryParams.OF_RESTATEMENTS, this::restatements);
        endpoint("/status", Set.of(), (held, params) -> SystemStatus.answer(held, model.reading(), clock.instant()));
        endpoint(
                "/dead-letters",
                QueryParams.OF_DEAD_LETTERS,
                (held, params) -> DeadLetterList.answer(
                        held,
                        new DeadLetterList.Filter(
                                params.text(QueryParams.ID).orElse(null),
                                QueryParams.code(params, held).orElse(null),
                                QueryParams.unitOfLetters(params, held).orElse(null),
                                params.text(QueryParams.SOURCE).orElse(null)),
                        params.page()));
        endpoints.put(API, new Endpoint(API, Set.of(), (ctx, params) -> new Index(paths()), metrics));
        String oneCase = API + "/cases/{unit}/{case}";
        endpoints.put(oneCase, new Endpoint(oneCase, Set.of(), (ctx, params) -> ask(oneCaseOf(ctx)), metrics));
    }

    /** Declares the routes; a case id may hold any character, percent-encoded: a slash, a percent sign, a backslash. */
    public void addTo(JavalinConfig config) {
        config.jetty.modifyHttpConfiguration(http -> http.setUriCompliance(UriCompliance.RFC3986.with(
                "case-ids",
                UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
                UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
                UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS)));
        endpoints.forEach((path, endpoint) -> config.routes.get(path, endpoint));
        operator.addTo(config);
        config.routes.get(
                LIVE, new LiveRoute(live, params -> ask(held -> QueryParams.anyUnit(params, held.catalogue()))));
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

    private void endpoint(String path, Set<String> parameters, BiFunction<Model, Params, Object> answer) {
        String route = API + path;
        endpoints.put(
                route,
                new Endpoint(route, parameters, (ctx, params) -> ask(held -> answer.apply(held, params)), metrics));
    }

    private <T> T ask(Function<Model, T> question) {
        ModelAccess.State state = model.state();
        if (state instanceof ModelAccess.State.Loading) {
            throw new ProblemException(DashboardProblem.NOT_READY, null);
        }
        if (state instanceof ModelAccess.State.Failed) {
            throw new ProblemException(DashboardProblem.READ_MODEL_FAILED, null);
        }
        return model.ask(question);
    }

    private Object standards(Model held, Params params) {
        UnitId unit = QueryParams.unit(params.required(QueryParams.UNIT), held.catalogue());
        return Standards.answer(held, unit, params.page(), clock.instant()).orElseThrow();
    }

    private Object compliance(Model held, Params params) {
        return Compliance.answer(
                held,
                QueryParams.scope(params, held.catalogue()),
                QueryParams.group(params),
                params.page(),
                clock.instant());
    }

    private Object cases(Model held, Params params) {
        return Cases.answer(
                held,
                QueryParams.scope(params, held.catalogue()),
                QueryParams.filter(params),
                params.page(),
                clock.instant());
    }

    private Object restatements(Model held, Params params) {
        UnitId unit = QueryParams.unit(params.required(QueryParams.UNIT), held.catalogue());
        return RestatementList.answer(
                held, unit, params.flag(QueryParams.SUBTREE), QueryParams.period(params), params.page());
    }

    private Object queues(Model held, Params params) {
        return Queues.answer(
                held, QueryParams.scope(params, held.catalogue()), params.page(), servedLastHour, clock.instant());
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

    private static ProblemException unknownCase() {
        return new ProblemException(DashboardProblem.UNKNOWN_CASE, "case");
    }
}
