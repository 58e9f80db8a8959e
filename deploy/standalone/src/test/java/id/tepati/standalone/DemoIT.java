package id.tepati.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first command of the README, and what it promises. */
class DemoIT {
    private static final Pattern DATA = Pattern.compile("data +(\\S+)");

    @TempDir
    Path folder;

    private static String figuresOfTheReadme() throws IOException {
        return Files.readAllLines(RealJar.examples().resolve("../../README.md")).stream()
                .filter(line -> line.startsWith("resolution "))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void showsTheFiguresOfTheSampleAndLeavesNothingBehind() throws IOException {
        // given
        try (RealJar demo = RealJar.start(folder, "demo", "--port", "0")) {
            // when
            demo.awaitPrinted("as of ");
            // then: counted by hand in deploy/examples/sample/README.md
            assertThat(demo.printed()).contains(figuresOfTheReadme());
            Matcher data = DATA.matcher(demo.printed());
            assertThat(data.find()).isTrue();
            Path directory = Path.of(data.group(1));
            assertThat(Files.exists(directory)).isTrue();

            demo.stop();
            assertThat(Files.exists(directory)).isFalse();
        }
    }
}
