package id.tepati.dashboard.http;

import id.tepati.contract.api.Language;
import id.tepati.contract.event.RejectCode;
import id.tepati.dashboard.query.Cases;
import id.tepati.dashboard.query.DeadLetterList;
import id.tepati.dashboard.query.Group;
import id.tepati.dashboard.query.Period;
import id.tepati.dashboard.query.Scope;
import id.tepati.dashboard.store.CatalogueView;
import id.tepati.dashboard.store.ClockStatus;
import id.tepati.dashboard.store.DateBasis;
import id.tepati.dashboard.store.Model;
import id.tepati.rules.Ids;
import id.tepati.rules.UnitId;
import id.tepati.rules.WireName;
import id.tepati.rules.catalogue.PromiseName;
import id.tepati.rules.clock.ClockKind;
import id.tepati.rules.judge.Outcome;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads from parameters what is asked. */
final class QueryParams {
    static final String UNIT = "unit";
    static final String SOURCE = "source";
    static final String ID = "id";
    private static final String GROUP = "group";
    private static final String STATE = "state";
    private static final String VERDICT = "verdict";
    private static final String CODE = "code";
    static final String SUBTREE = "subtree";
    private static final String SERVICE = "service";
    private static final String CLOCK = "clock";
    private static final String PROMISE = "promise";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String BY = "by";

    /** The language of a file, for links of a page that speaks another one than the browser. */
    static final String LANG = "lang";

    static final Set<String> OF_PAGE = Set.of(Params.LIMIT, Params.CURSOR);
    static final Set<String> OF_COURSE = Set.of(UNIT, SUBTREE);
    static final Set<String> OF_UNIT_PAGE = both(Set.of(UNIT), OF_PAGE);
    static final Set<String> OF_INCOMPLETE = both(Set.of(SUBTREE), OF_UNIT_PAGE);
    static final Set<String> OF_DEAD_LETTERS = both(Set.of(ID, CODE, SOURCE), OF_UNIT_PAGE);
    static final Set<String> OF_COMPLIANCE =
            both(Set.of(SUBTREE, SERVICE, CLOCK, PROMISE, FROM, TO, BY, GROUP), OF_UNIT_PAGE);
    static final Set<String> OF_QUEUES = both(Set.of(SUBTREE, SERVICE), OF_UNIT_PAGE);
    static final Set<String> OF_RESTATEMENTS = both(Set.of(SUBTREE, FROM, TO), OF_UNIT_PAGE);
    static final Set<String> OF_CASES =
            both(Set.of(SUBTREE, SERVICE, CLOCK, PROMISE, FROM, TO, BY, STATE, VERDICT), OF_UNIT_PAGE);

    private static final Map<String, DateBasis> BYS =
            Map.of("verdict", DateBasis.VERDICT, "received", DateBasis.RECEIVED, "finished", DateBasis.FINISHED);
    private static final Map<String, Group> GROUPS = WireName.index(Group.UNIT, Group.SERVICE, Group.DAY);
    private static final Map<String, ClockStatus> STATES = WireName.index(ClockStatus.values());
    private static final Map<String, Outcome> VERDICTS = WireName.index(
            Outcome.ON_TIME, Outcome.LATE, Outcome.CANCELLED, Outcome.UNSERVED, Outcome.NO_PROMISE, Outcome.OPEN);
    private static final Map<String, String> CODES =
            Stream.of(RejectCode.values()).collect(Collectors.toMap(RejectCode::wireName, RejectCode::wireName));
    private static final Map<String, Language> LANGUAGES =
            Stream.of(Language.values()).collect(Collectors.toMap(Language::tag, Function.identity()));
    private static final Map<String, String> CLOCKS =
            Stream.of(ClockKind.values()).collect(Collectors.toMap(ClockKind::id, ClockKind::id));

    private QueryParams() {}

    /** All of both. */
    static Set<String> both(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** A unit that the catalogue knows. */
    static UnitId unit(String id, CatalogueView catalogue) {
        return Optional.of(id)
                .filter(Ids::isCatalogueId)
                .map(UnitId::new)
                .filter(unit -> catalogue.unit(unit).isPresent())
                .orElseThrow(() -> new ProblemException(DashboardProblem.UNKNOWN_UNIT, UNIT, id));
    }

    /** The unit that is named, or none where all are meant. */
    static Optional<UnitId> anyUnit(Params params, CatalogueView catalogue) {
        return params.text(UNIT).map(id -> unit(id, catalogue));
    }

    /** A code of refusals; a later release may have written letters with codes that this one does not know. */
    static Optional<String> code(Params params, Model held) {
        return params.text(CODE)
                .map(code -> held.letters().codes().contains(code) ? code : Params.choice(CODE, code, CODES));
    }

    /** A unit that the catalogue or a letter knows: letters tell of units that were never published. */
    static Optional<String> unitOfLetters(Params params, Model held) {
        return params.text(UNIT).map(id -> {
            boolean inLetters =
                    id.equals(DeadLetterList.Filter.UNREAD) || held.letters().name(id);
            return inLetters ? id : unit(id, held.catalogue()).value();
        });
    }

    static Scope scope(Params params, CatalogueView catalogue) {
        return new Scope(
                unit(params.required(UNIT), catalogue),
                params.flag(SUBTREE),
                service(params, catalogue),
                params.oneOf(CLOCK, CLOCKS).orElse(null),
                promise(params),
                period(params),
                params.oneOf(BY, BYS).orElse(DateBasis.VERDICT));
    }

    /** A promise is named by its clock, and by the stage where it has one: {@code waiting@poli}. */
    private static @Nullable String promise(Params params) {
        String name = params.text(PROMISE).orElse(null);
        if (name != null) {
            PromiseName promise = new PromiseName(name);
            Params.choice(PROMISE, promise.clockId(), CLOCKS);
            if (promise.stage().isEmpty()) {
                throw Params.invalid(PROMISE, name, "waiting@poli");
            }
        }
        return name;
    }

    private static @Nullable String service(Params params, CatalogueView catalogue) {
        return params.text(SERVICE)
                .map(id -> catalogue.catalogue().services().stream()
                        .map(service -> service.id().value())
                        .filter(id::equals)
                        .findFirst()
                        .orElseThrow(() ->
                                ProblemException.worded("service", DashboardProblem.INVALID_PARAMETER, SERVICE, id)))
                .orElse(null);
    }

    static Period period(Params params) {
        LocalDate from = params.date(FROM).orElse(null);
        LocalDate to = params.date(TO).orElse(null);
        if (from != null && to != null && to.isBefore(from)) {
            throw Params.invalid(FROM, from.toString(), "<= " + to);
        }
        return new Period(from, to);
    }

    /** The language that is asked for by name. */
    static Optional<Language> language(Params params) {
        return params.oneOf(LANG, LANGUAGES);
    }

    static Group group(Params params) {
        return params.oneOf(GROUP, GROUPS).orElse(Group.NONE);
    }

    /** Several verdicts are given with commas between them. */
    static Cases.Filter filter(Params params) {
        Function<String, Outcome> verdict = text -> Params.choice(VERDICT, text, VERDICTS);
        Set<Outcome> outcomes = params.text(VERDICT)
                .map(text -> Stream.of(text.split(",", -1)).map(verdict).collect(Collectors.toSet()))
                .orElse(Set.of());
        return new Cases.Filter(params.oneOf(STATE, STATES).orElse(null), outcomes);
    }
}
