package id.tepati.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a broker, for which it would wait. */
final class PipelineTest {
    private static final String NOWHERE = "localhost:1";

    @TempDir
    private Path directory;

    @Test
    void itHasStoppedWhereNobodyLooksForTheEndsOfTheInputs() {
        Admin closed = Admin.create(Map.of("bootstrap.servers", NOWHERE));
        closed.close(Duration.ZERO);
        PipelineSettings settings = new PipelineSettings(NOWHERE, directory, "one", 1, 1, 1);

        try (Pipeline pipeline =
                Pipeline.start(settings, new HeldCatalogue(City.ofDinas()), closed, InstantSource.system())) {
            await().until(() -> pipeline.whyStopped().isPresent());

            assertThat(pipeline.isAlive()).isFalse();
            assertThat(pipeline.failure().orElseThrow()).hasMessageContaining("closing");
        }
    }
}
