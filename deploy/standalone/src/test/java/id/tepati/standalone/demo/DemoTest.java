package id.tepati.standalone.demo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    @TempDir
    Path data;

    private void demo(@Nullable Long seed) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T05:00:00Z"), ZoneOffset.UTC);
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Demo.of(data, seed, 2, clock, nowhere).close();
    }

    @Test
    void dataIsOfTheCityEvenIfItsServerCameNoFurtherThanItsBroker() throws IOException {
        demo(9L);
        Files.createDirectories(data.resolve("broker"));

        demo(null);
        assertThatThrownBy(() -> demo(8L)).isInstanceOf(DemoException.class).hasMessageContaining("seed 9");
    }
}
