package id.tepati.dashboard.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import id.tepati.contract.output.SourceRow;
import id.tepati.dashboard.readmodel.ModelAccess;
import id.tepati.dashboard.standing.SourceSilence;
import id.tepati.dashboard.store.Model;
import id.tepati.rules.source.Silence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the system is doing (Kondisi sistem). */
public final class SystemStatus {
    private SystemStatus() {}

    /**
     * The answer.
     *
     * @param now by the clock of this process
     * @param asOf up to which instant everything is judged; absent while unknown
     * @param loading that history comes in; null where none does
     * @param behind records published and not read yet
     * @param incomplete how many cases of each unit have events that wait for an opening event
     */
    public record Answer(
            Instant now,
            @Nullable Instant asOf,
            @Nullable Double freshness,
            @Nullable HistoryNotice loading,
            @JsonProperty("catalogRevision") long catalogueRevision,
            long behind,
            List<Source> sources,
            List<IncompleteCases.OfUnit> incomplete,
            Held model) {}

    /**
     * What is known of one source of a unit.
     *
     * @param unit absent where a letter does not tell it
     * @param source absent where a letter does not tell it
     * @param silent whether it should have sent a sign of life and did not; null where that cannot be told
     * @param received counted + duplicate + dead + heartbeats
     * @param dead its dead letters: as many as the list of them has
     * @param atGateway of these, the events that the gateway refused
     */
    public record Source(
            @Nullable String unit,
            @Nullable String source,
            @Nullable Instant lastSeen,
            @Nullable Instant lastEvent,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Boolean silent,

            long received,
            long counted,
            long duplicate,
            long dead,
            long atGateway,
            long misplaced,
            long aheadMillis,
            long unknownFields) {
        /** Counts what is dead by the letters, for a row keeps counting those that were replayed or dismissed. */
        static Source of(SourceRow row, LetterCounts.Count letters, Model model) {
            return new Source(
                    row.unit().value(),
                    row.source(),
                    row.lastSeen(),
                    row.lastEvent(),
                    SourceSilence.of(row, model).map(Silence::isSilent).orElse(null),
                    row.received() - row.dead() + letters.all(),
                    row.counted(),
                    row.duplicate(),
                    letters.all(),
                    letters.atGateway(),
                    row.misplaced(),
                    row.aheadMillis(),
                    row.unknownFields());
        }

        /** A source of which there is nothing but letters. */
        static Source ofLetters(LetterCounts.Count letters) {
            return new Source(
                    letters.unit(),
                    letters.source(),
                    letters.latest(),
                    null,
                    null,
                    letters.all(),
                    0,
                    0,
                    letters.all(),
                    letters.atGateway(),
                    0,
                    0,
                    0);
        }
    }

    /**
     * How much the model holds and has read.
     *
     * @param tallies day tallies
     * @param loadSeconds how long it took to read what was there at the start
     */
    public record Held(long cases, long tallies, long deadLetters, long records, long unreadable, double loadSeconds) {}

    /** Tells it as of now. */
    public static Answer answer(Model model, ModelAccess.Reading reading, Instant now) {
        Model.Sizes sizes = model.sizes();
        return new Answer(
                now,
                model.asOf().orElse(null),
                Freshness.seconds(model, now),
                HistoryNotice.of(model, model::sees),
                model.catalogue().revision(),
                reading.behind(),
                sources(model),
                IncompleteCases.ofUnits(model),
                new Held(
                        sizes.cases(),
                        sizes.tallies(),
                        sizes.deadLetters(),
                        reading.records(),
                        reading.unreadable(),
                        reading.loadSeconds()));
    }

    /** Those that the pipeline knows, then those that only letters name. */
    private static List<Source> sources(Model model) {
        LetterCounts letters = LetterCounts.of(model);
        List<Source> sources = new ArrayList<>();
        model.sources().stream()
                .sorted(Comparator.comparing(SourceRow::unit).thenComparing(SourceRow::source))
                .forEach(row -> sources.add(Source.of(row, letters.take(row), model)));
        letters.rest().forEach(left -> sources.add(Source.ofLetters(left)));
        return sources;
    }
}
