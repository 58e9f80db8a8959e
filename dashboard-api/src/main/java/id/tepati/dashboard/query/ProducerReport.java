package id.tepati.dashboard.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tepati.access.record.AccessView;
import id.tepati.access.record.ProducerAccount;
import id.tepati.access.rights.UnitParents;
import id.tepati.contract.event.RejectCode;
import id.tepati.contract.output.SourceRow;
import id.tepati.dashboard.query.SystemStatus.Source;
import id.tepati.dashboard.store.LetterRows;
import id.tepati.dashboard.store.Model;
import id.tepati.rules.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of the events of one producer. Its own is what it may send and no other producer may: records do not tell with
 * which key they came, but their unit and source.
 */
public final class ProducerReport {
    private static final Map<String, RejectCode> CODES =
            Stream.of(RejectCode.values()).collect(Collectors.toMap(RejectCode::wireName, Function.identity()));

    private final ProducerAccount account;
    private final List<ProducerAccount> others;
    private final UnitParents tree;
    private final Model model;
    private boolean isShared;

    private ProducerReport(ProducerAccount account, AccessView access, Model model) {
        this.account = account;
        this.others = access.producers().stream()
                .filter(other -> !other.id().equals(account.id()))
                .toList();
        this.tree = UnitParents.in(model.catalogue().catalogue());
        this.model = model.seenFrom(Set.copyOf(account.units()));
    }

    /**
     * The answer.
     *
     * @param revoked whether its keys have ended
     * @param now by the clock of this process
     * @param asOf up to which instant everything is judged; absent while unknown
     * @param lastSeen when anything of it was last heard of; null if never
     * @param received counted + duplicate + dead + heartbeats, of all its sources
     * @param aheadMillis how far the clock of one of its sources was ahead at most
     * @param shared whether something was left out because another producer may send it too
     * @param refused what is not replayed or dismissed yet, by code
     * @param sources each of its sources of each unit
     */
    public record Answer(
            String id,
            Sends sends,
            boolean revoked,
            Instant now,
            @Nullable Instant asOf,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Instant lastSeen,

            long received,
            long counted,
            long duplicate,
            long dead,
            long aheadMillis,
            boolean shared,
            List<Refused> refused,
            List<Source> sources) {}

    /**
     * What it may send.
     *
     * @param units of these and all below them
     * @param types short names; none: all
     * @param sources how they begin; none: any
     */
    public record Sends(List<String> units, List<String> types, List<String> sources, int eventsPerSecond) {}

    /**
     * What was refused for one reason.
     *
     * @param latest when the last was
     * @param cure the usual one; null for a code of another release
     */
    public record Refused(
            String code,
            long count,
            Instant latest,
            @Nullable String cure) {
        private static Refused of(LetterRows.Refused letters) {
            RejectCode code = CODES.get(letters.code());
            return new Refused(letters.code(), letters.all(), letters.latest(), code == null ? null : code.cure());
        }

        private Refused plus(Refused more) {
            Instant last = latest.isAfter(more.latest) ? latest : more.latest;
            return new Refused(code, count + more.count, last, cure);
        }
    }

    /**
     * Tells it as of now.
     *
     * @param access who else may send what
     */
    public static Answer answer(Model model, ProducerAccount account, AccessView access, Instant now) {
        return new ProducerReport(account, access, model).answer(now);
    }

    private Answer answer(Instant now) {
        List<Source> sources = sources();
        List<Refused> refused = refused();
        return new Answer(
                account.id().value(),
                new Sends(
                        account.units().stream().map(UnitId::value).toList(),
                        account.types(),
                        account.sources(),
                        account.eventsPerSecond()),
                account.revoked(),
                now,
                model.asOf().orElse(null),
                sources.stream()
                        .map(Source::lastSeen)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                sum(sources, Source::received),
                sum(sources, Source::counted),
                sum(sources, Source::duplicate),
                sum(sources, Source::dead),
                sources.stream().mapToLong(Source::aheadMillis).max().orElse(0),
                isShared,
                refused,
                sources);
    }

    private static long sum(List<Source> sources, ToLongFunction<Source> count) {
        return sources.stream().mapToLong(count).sum();
    }

    /** Those that the pipeline knows, then those that only letters name. */
    private List<Source> sources() {
        LetterCounts letters = LetterCounts.of(model);
        List<Source> sources = new ArrayList<>();
        model.sources().stream()
                .sorted(Comparator.comparing(SourceRow::unit).thenComparing(SourceRow::source))
                .forEach(row -> {
                    LetterCounts.Count refused = letters.take(row);
                    if (isOwn(row.unit(), row.source())) {
                        sources.add(Source.of(row, refused, model));
                    }
                });
        letters.rest().stream()
                .filter(left -> isOwn(left.unit(), left.source()))
                .map(Source::ofLetters)
                .forEach(sources::add);
        return sources;
    }

    private List<Refused> refused() {
        Map<String, Refused> byCode = new TreeMap<>();
        model.letters().refused().stream()
                .filter(letters -> isOwn(letters.unit(), letters.source()))
                .map(Refused::of)
                .forEach(refused -> byCode.merge(refused.code(), refused, Refused::plus));
        return List.copyOf(byCode.values());
    }

    private boolean isOwn(@Nullable String unit, @Nullable String source) {
        return unit != null && isOwn(new UnitId(unit), source);
    }

    /** Letters may not tell their source, which then may be any. */
    private boolean isOwn(UnitId unit, @Nullable String source) {
        if (source == null ? !account.sources().isEmpty() : !account.isFor(source)) {
            return false;
        }
        boolean isOfOthers = others.stream()
                .anyMatch(other ->
                        (source == null || other.isFor(source)) && other.scope().covers(unit, tree));
        isShared |= isOfOthers;
        return !isOfOthers;
    }
}
