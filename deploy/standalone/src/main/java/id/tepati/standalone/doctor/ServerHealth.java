package id.tepati.standalone.doctor;

import id.tepati.client.ClientException;
import id.tepati.client.ServerStatus;
import id.tepati.client.TepatiClient;
import id.tepati.dashboard.query.Freshness;
import id.tepati.standalone.app.HeapUse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A running server, by what it says of itself at {@code /api/v1/status} and {@code /metrics}. */
public final class ServerHealth {
    /** Figures older than this are not what happens now. */
    private static final double STALE_SECONDS = Freshness.STALE_AFTER.toSeconds();

    private static final String HEAP = HeapUse.METRIC + " ";

    private ServerHealth() {}

    /**
     * Asks a server how it is.
     *
     * @param named whether somebody said that one runs there; else it is no trouble that none does
     */
    public static List<Finding> ask(TepatiClient server, boolean named) {
        try {
            List<Finding> findings = examine(server.status());
            findings.addAll(heap(server));
            return findings;
        } catch (ClientException e) {
            return List.of(
                    switch (e.code()) {
                        case UNREACHABLE, NOT_TEPATI, INTERRUPTED ->
                            named
                                    ? Finding.problem(e.getMessage())
                                    : Finding.ok("No Tepati runs at " + server.address() + ".");
                        case REFUSED, STAYS_BUSY -> Finding.problem(e.getMessage());
                    });
        }
    }

    /** A server that others reach through a proxy need not tell them of its memory. */
    private static List<Finding> heap(TepatiClient server) {
        try {
            return heap(server.metrics());
        } catch (ClientException e) {
            return List.of(Finding.ok("How full its heap is cannot be told: no metrics are to be had there."));
        }
    }

    static List<Finding> heap(String metrics) {
        return metrics.lines()
                .filter(line -> line.startsWith(HEAP))
                .map(line -> heap(Double.parseDouble(line.substring(HEAP.length()))))
                .toList();
    }

    private static Finding heap(double used) {
        String share = Math.round(100 * used) + " % of its heap stay in use when garbage is collected";
        return used < HeapUse.TIGHT
                ? Finding.ok(share + ".")
                : Finding.warning(
                        share + ": give the server more, such as with TEPATI_JAVA_OPTIONS=-Xmx4g, before it runs"
                                + " out of memory and ends.");
    }

    static List<Finding> examine(ServerStatus status) {
        List<Finding> findings = new ArrayList<>();
        findings.add(freshness(status.freshness()));
        long letters = status.deadLetters();
        findings.add(
                letters == 0
                        ? Finding.ok("No record was refused.")
                        : Finding.warning(
                                letters + " records were refused: GET /api/v1/dead-letters says why, and what to do."));
        long unreadable = status.unreadable();
        if (unreadable > 0) {
            findings.add(Finding.problem(unreadable
                    + " output records cannot be read: if a newer release wrote them, start that one; otherwise rebuild from"
                    + " the inputs."));
        }
        for (ServerStatus.Source source : status.sources()) {
            examine(source, findings);
        }
        return findings;
    }

    private static Finding freshness(@Nullable Double seconds) {
        if (seconds == null) {
            return Finding.warning("Not every partition has reported yet: wait until /readyz answers 200.");
        }
        return seconds <= STALE_SECONDS
                ? Finding.ok("Figures are " + seconds + " s old.")
                : Finding.problem(
                        "Figures are " + seconds + " s old: look whether every pipeline process runs, and at its log.");
    }

    private static void examine(ServerStatus.Source source, List<Finding> findings) {
        String name = source.source() + " of " + source.unit();
        if (source.silent()) {
            findings.add(Finding.warning(name + " is silent since " + source.lastSeen() + ": call the unit."));
        }
        long misplaced = source.misplaced();
        if (misplaced > 0) {
            findings.add(
                    Finding.warning(
                            name + " wrote " + misplaced
                                    + " records to another partition than its unit's: use the murmur2 partitioner and the unit as key."));
        }
    }
}
