package id.tepati.dashboard.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import id.tepati.contract.output.SourceRow;
import id.tepati.dashboard.readmodel.Model;
import id.tepati.dashboard.readmodel.ModelAccess;
import id.tepati.rules.source.Silence;
import java.time.Instant;
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
     * @param behind records published and not read yet
     */
    public record Answer(
            Instant now,
            @Nullable Instant asOf,
            @Nullable Double freshness,
            @JsonProperty("catalogRevision") long catalogueRevision,
            long behind,
            List<Source> sources,
            Held model) {}

    /**
     * What is known of one source of a unit.
     *
     * @param silent whether it should have sent a sign of life and did not; null where that cannot be told
     */
    public record Source(
            String unit,
            String source,
            Instant lastSeen,
            @Nullable Instant lastEvent,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Boolean silent,

            long received,
            long counted,
            long duplicate,
            long dead,
            long misplaced,
            long aheadMillis) {
        static Source of(SourceRow row, Model model) {
            return new Source(
                    row.unit().value(),
                    row.source(),
                    row.lastSeen(),
                    row.lastEvent(),
                    SourceSilence.of(row, model).map(Silence::isSilent).orElse(null),
                    row.received(),
                    row.counted(),
                    row.duplicate(),
                    row.dead(),
                    row.misplaced(),
                    row.aheadMillis());
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
                model.catalogue().revision(),
                reading.behind(),
                model.sources().stream()
                        .sorted(Comparator.comparing(SourceRow::unit).thenComparing(SourceRow::source))
                        .map(row -> Source.of(row, model))
                        .toList(),
                new Held(
                        sizes.cases(),
                        sizes.tallies(),
                        sizes.deadLetters(),
                        reading.records(),
                        reading.unreadable(),
                        reading.loadSeconds()));
    }
}
