package id.tepati.gateway.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.tepati.contract.yaml.FileProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came out of a catalogue that was sent. */
sealed interface CatalogueAnswer {
    /** It has no problems; so many entries. */
    record Fine(int entries) implements CatalogueAnswer {}

    /** What publishing it would change: numbers of entries, and lines to print. */
    @JsonPropertyOrder({"added", "changed", "unchanged", "lines"})
    record Compared(int added, int changed, int unchanged, List<String> lines) implements CatalogueAnswer {}

    /**
     * It is published, and events may refer to it.
     *
     * @param knownFrom from when on all of it is known, RFC 3339 in UTC; null for a catalogue without entries
     */
    @JsonPropertyOrder({"added", "changed", "unchanged", "knownFrom"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Applied(
            int added, int changed, int unchanged, @Nullable String knownFrom) implements CatalogueAnswer {}

    /** It cannot be published before all of these are mended. */
    record Refused(List<FileProblem> problems) implements CatalogueAnswer {}
}
