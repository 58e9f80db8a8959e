package id.tepati.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.TimeBasedRollingPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log file of a data directory. */
class ServerLogTest {
    private static final int MEGABYTE = 1 << 20;
    private static final String WHOLE_MEGABYTE = "x".repeat(MEGABYTE);

    @TempDir
    Path data;

    private final LoggerContext context = new LoggerContext();
    private final Logger log = context.getLogger("id.tepati.uji");

    @BeforeEach
    void prepare() {
        context.setMDCAdapter(new LogbackMDCAdapter());
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void aFileOfTenMegabytesIsPackedBesideTheNextOne() throws IOException {
        ServerLog.begin(context, data, LogLevel.INFO);
        log.info("the first line");
        for (int i = 0; i < 10; i++) {
            log.info(WHOLE_MEGABYTE);
        }
        log.info("the last line");
        context.stop();

        List<Path> packed = packed();
        assertThat(packed).hasSize(1);
        assertThat(unpacked(packed.get(0)))
                .hasSizeGreaterThan(10 * MEGABYTE)
                .contains("the first line")
                .doesNotContain("the last line");
        assertThat(Files.size(packed.get(0))).isLessThan(MEGABYTE);
        assertThat(ServerLog.file(data)).content().contains("the last line").doesNotContain("the first line");
    }

    /** A day of UTC, as the times in the file are. */
    @Test
    void aFileOfADayIsPackedUnderItsDate() throws IOException {
        ServerLog.begin(context, data, LogLevel.INFO);
        Instant today = Instant.now();
        log.info("of today");
        time(today.plus(Duration.ofDays(1)));
        log.info("of tomorrow");
        context.stop();

        LocalDate date = LocalDate.ofInstant(today, ZoneOffset.UTC);
        assertThat(packed()).singleElement().satisfies(file -> {
            assertThat(file).hasFileName("tepati." + date + ".0.log.gz");
            assertThat(unpacked(file)).contains("of today").doesNotContain("of tomorrow");
        });
        assertThat(ServerLog.file(data)).content().contains("of tomorrow").doesNotContain("of today");
    }

    @Test
    void whatAnEarlierStartLoggedStays() {
        ServerLog.begin(context, data, LogLevel.INFO);
        log.info("the first start");
        context.stop();
        ServerLog.begin(context, data, LogLevel.INFO);
        log.info("the second start");

        assertThat(ServerLog.file(data)).content().containsSubsequence("the first start", "the second start");
    }

    /** Sets the clock by which the file is of a day. */
    private void time(Instant instant) {
        RollingFileAppender<ILoggingEvent> file =
                (RollingFileAppender<ILoggingEvent>) context.getLogger("ROOT").getAppender("FILE");
        TimeBasedRollingPolicy<?> days = (TimeBasedRollingPolicy<?>) file.getRollingPolicy();
        days.getTimeBasedFileNamingAndTriggeringPolicy().setCurrentTime(instant.toEpochMilli());
    }

    private List<Path> packed() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("log"))) {
            return files.filter(file -> file.toString().endsWith(".gz")).toList();
        }
    }

    private static String unpacked(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
