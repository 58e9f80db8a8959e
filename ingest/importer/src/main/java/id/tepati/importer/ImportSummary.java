package id.tepati.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What an import did. The figures of the pipeline are differences, before and after, over all units of this source.
 *
 * @param dryRun nothing was sent; every figure but rows, badRows and events is zero
 * @param rows records of the file below its header
 * @param badRows rows of which nothing went in
 * @param events events that the good rows yielded
 * @param sent events sent to the gateway
 * @param repeated of these, what the gateway itself recognised as sent twice
 * @param received events that reached the pipeline
 * @param counted events that count in a case and were not there before
 * @param duplicate events that were known already
 * @param replaced events known before that one of this import corrected; it counts in their place
 * @param refused events of good rows that the gateway or the pipeline refused after all
 * @param collisions ids on which different spellings fell, one sentence each
 */
public record ImportSummary(
        boolean dryRun,
        long rows,
        long badRows,
        long events,
        long sent,
        long repeated,
        long received,
        long counted,
        long duplicate,
        long replaced,
        long refused,
        List<String> collisions) {
    private static final int COLLISIONS_SHOWN = 10;

    /** Takes a copy of the list. */
    public ImportSummary {
        collisions = List.copyOf(collisions);
    }

    /** Whether every event sent was known before. */
    public boolean nothingNew() {
        return sent > 0 && counted == 0 && replaced == 0 && refused == 0;
    }

    /** How the import ended. */
    public ImportExit exit() {
        return badRows > 0 || refused > 0 ? ImportExit.SOME_REFUSED : ImportExit.OK;
    }

    /** The summary in words, one sentence a line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "rows %,d, of them refused %,d; events %,d", rows, badRows, events));
        if (dryRun) {
            lines.add("dry run: nothing was sent");
        } else {
            lines.add(String.format(
                    Locale.ROOT,
                    "sent %,d, received %,d, counted %,d, duplicate %,d, refused %,d",
                    sent,
                    received,
                    counted,
                    duplicate,
                    refused));
        }
        if (replaced > 0) {
            lines.add(String.format(
                    Locale.ROOT, "replaced %,d: what was known before gave way to what this file says", replaced));
        }
        if (repeated > 0) {
            lines.add(String.format(Locale.ROOT, "%,d of them came twice in this import", repeated));
        }
        if (nothingNew()) {
            lines.add("nothing new: every event was already known");
        }
        collisions.stream().limit(COLLISIONS_SHOWN).forEach(lines::add);
        if (collisions.size() > COLLISIONS_SHOWN) {
            lines.add(String.format(
                    Locale.ROOT, "and %,d more ids with several spellings", collisions.size() - COLLISIONS_SHOWN));
        }
        return lines;
    }
}
