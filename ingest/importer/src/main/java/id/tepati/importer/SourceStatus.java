package id.tepati.importer;

import id.tepati.client.ServerStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a server says of one source.
 *
 * @param now the server's clock
 * @param asOf up to when everything learned is in the figures; null before the first word of the pipeline
 */
record SourceStatus(Instant now, @Nullable Instant asOf, SourceCounts counters) {
    static SourceStatus of(ServerStatus status, String source) {
        SourceCounts sum = status.sources().stream()
                .filter(row -> row.source().equals(source))
                .map(SourceStatus::byPipeline)
                .reduce(SourceCounts.NONE, SourceCounts::plus);
        return new SourceStatus(status.now(), status.asOf(), sum);
    }

    /** What the gateway refused never came to the pipeline. */
    private static SourceCounts byPipeline(ServerStatus.Source row) {
        return new SourceCounts(
                row.received() - row.atGateway(), row.counted(), row.duplicate(), row.dead() - row.atGateway());
    }

    boolean covers(Instant instant) {
        return asOf != null && !asOf.isBefore(instant);
    }
}
