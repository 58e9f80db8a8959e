package id.tepati.importer;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.client.ServerStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SourceStatusTest {
    private static final Instant NOW = Instant.parse("2026-03-02T03:00:00Z");

    private static ServerStatus.Source row(String unit, String source, long received, long dead, long atGateway) {
        return new ServerStatus.Source(unit, source, "", false, received, received - dead, 0, dead, atGateway, 0);
    }

    @Test
    void whatTheGatewayRefusedNeverCameToThePipeline() {
        ServerStatus status = new ServerStatus(
                NOW,
                NOW,
                0.0,
                0,
                0,
                0,
                0,
                List.of(
                        row("kel-a", "import/kk", 10, 4, 3),
                        row("kel-b", "import/kk", 2, 0, 0),
                        row("", "import/kk", 5, 5, 5),
                        row("kel-a", "loket-1", 100, 50, 0)));

        assertThat(SourceStatus.of(status, "import/kk").counters()).isEqualTo(new SourceCounts(9, 8, 0, 1));
        assertThat(status.received()).isEqualTo(109);
    }
}
