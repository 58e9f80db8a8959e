package id.tepati.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class PipelineTopologyTest {
    /**
     * Names of nodes and stores are part of the state. Where this fails, ask whether state written before can still
     * be used; if not, the application id needs a new number.
     */
    @Test
    void descriptionIsUnchanged() throws IOException {
        String description = PipelineTopology.describe(new HeldCatalogue(City.ofDinas()), new SetAsOf(), 6)
                .describe()
                .toString();

        assertThat(description).isEqualToNormalizingNewlines(golden());
    }

    private static String golden() throws IOException {
        try (InputStream in = PipelineTopologyTest.class.getResourceAsStream("/topology/pipeline.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
