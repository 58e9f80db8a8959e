package id.tepati.dashboard.http;

import id.tepati.access.http.RouteRule;
import id.tepati.access.rights.Permission;
import id.tepati.dashboard.query.Cases;
import id.tepati.dashboard.query.Compliance;
import id.tepati.dashboard.query.ComplianceRow;
import id.tepati.dashboard.query.DeadLetterList;
import id.tepati.dashboard.query.IncompleteCases;
import id.tepati.dashboard.query.Overview;
import id.tepati.dashboard.query.Queues;
import id.tepati.dashboard.query.RestatementList;
import id.tepati.dashboard.query.ServedLastHour;
import id.tepati.dashboard.query.Standards;
import id.tepati.dashboard.query.SystemStatus;
import id.tepati.dashboard.query.Units;
import id.tepati.dashboard.readmodel.ModelAccess;
import id.tepati.dashboard.standing.Standings;
import id.tepati.dashboard.standing.UnitStanding;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The lists and tables of figures of the reading API. Thread-safe. */
final class Listings {
    private final Standings standings;
    private final Supplier<ModelAccess.Reading> reading;
    private final ServedLastHour servedLastHour = new ServedLastHour();

    /**
     * Those of one model.
     *
     * @param reading how it is read
     */
    Listings(Standings standings, Supplier<ModelAccess.Reading> reading) {
        this.standings = standings;
        this.reading = reading;
    }

    /** All of them. */
    List<Listing<?, ?>> all() {
        return List.of(
                overview(),
                units(),
                standards(),
                compliance(),
                cases(),
                incompleteCases(),
                queues(),
                restatements(),
                status(),
                deadLetters());
    }

    private Listing<Overview.Answer, UnitStanding> overview() {
        return new Listing<>(
                "overview",
                RouteRule.needs(Permission.SEE_FIGURES),
                Set.of(QueryParams.UNIT),
                UnitStanding.class,
                "UnitStanding",
                (held, params, now) -> Overview.answer(
                        held, QueryParams.anyUnit(params, held.catalogue()).orElse(null), standings, now),
                Overview.Answer::units,
                all -> null);
    }

    private static Listing<Units.Answer, Units.Item> units() {
        return new Listing<>(
                "units",
                RouteRule.needs(Permission.SEE_CATALOGUE),
                QueryParams.OF_PAGE,
                Units.Item.class,
                "Unit",
                (held, params, now) -> Units.answer(held, params.page()),
                Units.Answer::units,
                Units.Answer::next);
    }

    private static Listing<Standards.Answer, Standards.OfService> standards() {
        return new Listing<>(
                "standards",
                RouteRule.needs(Permission.SEE_CATALOGUE),
                QueryParams.OF_UNIT_PAGE,
                Standards.OfService.class,
                "ServiceStandard",
                (held, params, now) -> Standards.answer(
                                held,
                                QueryParams.unit(params.required(QueryParams.UNIT), held.catalogue()),
                                params.page(),
                                now)
                        .orElseThrow(),
                Standards.Answer::services,
                Standards.Answer::next);
    }

    private static Listing<Compliance.Answer, ComplianceRow> compliance() {
        return new Listing<>(
                "compliance",
                RouteRule.needs(Permission.SEE_FIGURES),
                QueryParams.OF_COMPLIANCE,
                ComplianceRow.class,
                "ComplianceRow",
                (held, params, now) -> Compliance.answer(
                        held,
                        QueryParams.scope(params, held.catalogue()),
                        QueryParams.group(params),
                        params.page(),
                        now),
                Compliance.Answer::rows,
                Compliance.Answer::next);
    }

    private static Listing<Cases.Answer, Cases.Item> cases() {
        return new Listing<>(
                "cases",
                RouteRule.needs(Permission.SEE_CASES),
                QueryParams.OF_CASES,
                Cases.Item.class,
                "CaseClock",
                (held, params, now) -> Cases.answer(
                        held,
                        QueryParams.scope(params, held.catalogue()),
                        QueryParams.filter(params),
                        params.page(),
                        now),
                Cases.Answer::cases,
                Cases.Answer::next);
    }

    private static Listing<IncompleteCases.Answer, IncompleteCases.Item> incompleteCases() {
        return new Listing<>(
                "incomplete-cases",
                RouteRule.needs(Permission.SEE_CASES, Permission.SEE_SYSTEM),
                QueryParams.OF_INCOMPLETE,
                IncompleteCases.Item.class,
                "IncompleteCase",
                (held, params, now) -> IncompleteCases.answer(
                        held,
                        QueryParams.anyUnit(params, held.catalogue()).orElse(null),
                        params.flag(QueryParams.SUBTREE),
                        params.page(),
                        now),
                IncompleteCases.Answer::cases,
                IncompleteCases.Answer::next);
    }

    private Listing<Queues.Answer, Queues.Row> queues() {
        return new Listing<>(
                "queues",
                RouteRule.needs(Permission.SEE_FIGURES),
                QueryParams.OF_QUEUES,
                Queues.Row.class,
                "Queue",
                (held, params, now) -> Queues.answer(
                        held, QueryParams.scope(params, held.catalogue()), params.page(), servedLastHour, now),
                Queues.Answer::rows,
                Queues.Answer::next);
    }

    private static Listing<RestatementList.Answer, RestatementList.Item> restatements() {
        return new Listing<>(
                "restatements",
                RouteRule.needs(Permission.SEE_FIGURES),
                QueryParams.OF_RESTATEMENTS,
                RestatementList.Item.class,
                "Restatement",
                (held, params, now) -> RestatementList.answer(
                        held,
                        QueryParams.unit(params.required(QueryParams.UNIT), held.catalogue()),
                        params.flag(QueryParams.SUBTREE),
                        QueryParams.period(params),
                        params.page()),
                RestatementList.Answer::restatements,
                RestatementList.Answer::next);
    }

    private Listing<SystemStatus.Answer, SystemStatus.Source> status() {
        return new Listing<>(
                "status",
                RouteRule.needs(Permission.SEE_SYSTEM),
                Set.of(),
                SystemStatus.Source.class,
                "Source",
                (held, params, now) -> SystemStatus.answer(held, reading.get(), now),
                SystemStatus.Answer::sources,
                all -> null);
    }

    private static Listing<DeadLetterList.Answer, DeadLetterList.Item> deadLetters() {
        return new Listing<>(
                "dead-letters",
                RouteRule.needs(Permission.SEE_DEAD_LETTERS),
                QueryParams.OF_DEAD_LETTERS,
                DeadLetterList.Item.class,
                "DeadLetter",
                (held, params, now) -> DeadLetterList.answer(
                        held,
                        new DeadLetterList.Filter(
                                params.text(QueryParams.ID).orElse(null),
                                QueryParams.code(params, held).orElse(null),
                                QueryParams.unitOfLetters(params, held).orElse(null),
                                params.text(QueryParams.SOURCE).orElse(null)),
                        params.page()),
                DeadLetterList.Answer::deadLetters,
                DeadLetterList.Answer::next);
    }
}
