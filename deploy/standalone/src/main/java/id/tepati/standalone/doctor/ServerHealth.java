package id.tepati.standalone.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A running server, by what it says of itself at {@code /api/v1/status}. */
public final class ServerHealth {
    /** Figures older than this are not what happens now. */
    private static final double STALE_SECONDS = 15;

    private ServerHealth() {}

    /** Looks at the answer of {@code GET /api/v1/status}. */
    public static List<Finding> examine(JsonNode status) {
        List<Finding> findings = new ArrayList<>();
        findings.add(freshness(status.path("freshness")));
        long letters = status.path("model").path("deadLetters").asLong();
        findings.add(
                letters == 0
                        ? Finding.ok("No record was refused.")
                        : Finding.warning(
                                letters + " records were refused: GET /api/v1/dead-letters says why, and what to do."));
        long unreadable = status.path("model").path("unreadable").asLong();
        if (unreadable > 0) {
            findings.add(Finding.problem(unreadable
                    + " output records cannot be read: if a newer release wrote them, start that one; otherwise rebuild from"
                    + " the inputs."));
        }
        for (JsonNode source : status.path("sources")) {
            examine(source, findings);
        }
        return findings;
    }

    private static Finding freshness(JsonNode seconds) {
        if (!seconds.isNumber()) {
            return Finding.warning("Not every partition has reported yet: wait until /readyz answers 200.");
        }
        return seconds.asDouble() <= STALE_SECONDS
                ? Finding.ok("Figures are " + seconds.asDouble() + " s old.")
                : Finding.problem("Figures are " + seconds.asDouble()
                        + " s old: look whether every pipeline process runs, and at its log.");
    }

    private static void examine(JsonNode source, List<Finding> findings) {
        String name =
                source.path("source").asText() + " of " + source.path("unit").asText();
        if (source.path("silent").asBoolean()) {
            findings.add(Finding.warning(
                    name + " is silent since " + source.path("lastSeen").asText() + ": call the unit."));
        }
        long misplaced = source.path("misplaced").asLong();
        if (misplaced > 0) {
            findings.add(
                    Finding.warning(
                            name + " wrote " + misplaced
                                    + " records to another partition than its unit's: use the murmur2 partitioner and the unit as key."));
        }
    }
}
