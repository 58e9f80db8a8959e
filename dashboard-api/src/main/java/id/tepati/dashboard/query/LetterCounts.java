package id.tepati.dashboard.query;

import id.tepati.contract.event.Masking;
import id.tepati.contract.output.DeadLetter;
import id.tepati.contract.output.SourceRow;
import id.tepati.dashboard.readmodel.Model;
import id.tepati.rules.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How many dead letters there are of each source of each unit, as far as these could be made out. Letters are handed
 * out once, so that none counts twice. Not thread-safe.
 */
final class LetterCounts {
    /** As letters name them: the source masked; null what could not be read. */
    private record Named(@Nullable String unit, @Nullable String source) {
        static Named by(DeadLetter letter) {
            UnitId unit = letter.unit();
            return new Named(unit == null ? null : unit.value(), letter.source());
        }

        String sortedBy() {
            return Objects.requireNonNullElse(unit, "") + "|" + Objects.requireNonNullElse(source, "");
        }
    }

    /**
     * Letters that name the same unit and source.
     *
     * @param atGateway of all, those of events that the gateway refused, of which the pipeline never heard
     * @param latest when the last of them was refused
     */
    record Count(
            @Nullable String unit,
            @Nullable String source,
            long all,
            long atGateway,
            @Nullable Instant latest) {
        private static Count of(Named named, List<DeadLetter> letters) {
            return new Count(
                    named.unit(),
                    named.source(),
                    letters.size(),
                    letters.stream()
                            .filter(letter -> letter.where().equals(DeadLetter.GATEWAY))
                            .count(),
                    letters.stream()
                            .map(DeadLetter::at)
                            .max(Comparator.naturalOrder())
                            .orElse(null));
        }
    }

    private final Map<Named, List<DeadLetter>> letters;

    private LetterCounts(Map<Named, List<DeadLetter>> letters) {
        this.letters = letters;
    }

    /** Those that the model holds. */
    static LetterCounts of(Model model) {
        Map<Named, List<DeadLetter>> letters = new HashMap<>();
        model.deadLetters()
                .forEach(letter -> letters.computeIfAbsent(Named.by(letter), first -> new ArrayList<>())
                        .add(letter));
        return new LetterCounts(letters);
    }

    /** Hands out those of a source that the pipeline knows. */
    Count take(SourceRow row) {
        Named named = new Named(row.unit().value(), Masking.mask(row.source()));
        List<DeadLetter> found = letters.remove(named);
        return Count.of(named, found == null ? List.of() : found);
    }

    /** Those that nobody took: of sources that the pipeline has not counted anything of, and of none that is known. */
    List<Count> rest() {
        return letters.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().sortedBy()))
                .map(entry -> Count.of(entry.getKey(), entry.getValue()))
                .toList();
    }
}
