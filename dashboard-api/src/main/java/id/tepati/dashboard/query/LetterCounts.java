package id.tepati.dashboard.query;

import id.tepati.contract.event.Masking;
import id.tepati.contract.output.SourceRow;
import id.tepati.dashboard.store.LetterRows;
import id.tepati.dashboard.store.Model;
import java.time.Instant;
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
        private static Count of(LetterRows.Count counted) {
            return new Count(counted.unit(), counted.source(), counted.all(), counted.atGateway(), counted.latest());
        }
    }

    private final Map<Named, Count> letters;

    private LetterCounts(Map<Named, Count> letters) {
        this.letters = letters;
    }

    /** Those that the model holds. */
    static LetterCounts of(Model model) {
        Map<Named, Count> letters = new HashMap<>();
        model.letters()
                .counts()
                .forEach(counted -> letters.put(new Named(counted.unit(), counted.source()), Count.of(counted)));
        return new LetterCounts(letters);
    }

    /** Hands out those of a source that the pipeline knows. */
    Count take(SourceRow row) {
        Named named = new Named(row.unit().value(), Masking.mask(row.source()));
        Count found = letters.remove(named);
        return found == null ? new Count(named.unit(), named.source(), 0, 0, null) : found;
    }

    /** Those that nobody took: of sources that the pipeline has not counted anything of, and of none that is known. */
    List<Count> rest() {
        return letters.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().sortedBy()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
