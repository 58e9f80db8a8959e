package id.tepati.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.standalone.RealJar.Ended;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that runs out of memory says so and ends, whoever catches the error. */
class MemoryIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseSerialGC", "-XX:+UseG1GC"})
    void aServerWithoutMemoryEndsWithASentence(String collector) {
        List<String> options = List.of("-XX:-UseSerialGC", collector, "-Xmx40m");
        try (RealJar server = RealJar.start(folder, options, "up", "--data", "data", "--port", "0")) {
            Ended ended = server.awaitEnd();

            assertThat(ended.exit()).as(ended.output()).isEqualTo(14);
            assertThat(ended.output().lines().filter(line -> line.startsWith("tepati: ")))
                    .singleElement()
                    .asString()
                    .startsWith("tepati: The heap of 40 MB (-Xmx) is full")
                    .contains("TEPATI_JAVA_OPTIONS=-Xmx80m")
                    .endsWith("nothing that was acknowledged is lost.");
            assertThat(folder.resolve("data/log/tepati.log")).content().contains("The heap of 40 MB (-Xmx) is full");
        }
    }
}
