package id.tepati.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import id.tepati.standalone.RealJar.Ended;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first command of the README: a city comes in, is stopped, and goes on. */
class DemoIT {
    private static final Pattern OLDEST_DAY = Pattern.compile("day  2/2 .* events +([0-9,]+) in all");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int NOT_STARTED = 10;

    @TempDir
    Path folder;

    private static long opened(Api api) {
        return sum(
                api.get("/api/v1/compliance?unit=kota-tirtamaya&subtree=true").path("rows"), "opened");
    }

    private static long ofSources(Api api, String counter) {
        return sum(api.get("/api/v1/status").path("sources"), counter);
    }

    private static long sum(JsonNode rows, String field) {
        long sum = 0;
        for (JsonNode row : rows) {
            sum += row.path(field).asLong();
        }
        return sum;
    }

    private static long sentInTwoDays(RealJar demo) {
        Matcher line = OLDEST_DAY.matcher(demo.printed());
        assertThat(line.find()).as(demo.printed()).isTrue();
        return Long.parseLong(line.group(1).replace(",", ""));
    }

    @Test
    void aCityComesInAndTheNextStartGoesOnWhereItWas() {
        long sent;
        long opened;
        try (RealJar demo = RealJar.start(folder, "demo", "--port", "0", "--days", "2", "--seed", "3")) {
            Api api = new Api(demo.awaitReady());
            demo.awaitPrinted("The past is complete");
            demo.awaitPrinted("First figures after");
            sent = sentInTwoDays(demo);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(ofSources(api, "counted")).isGreaterThanOrEqualTo(sent));
            opened = opened(api);
            assertThat(opened).isPositive();
            assertThat(api.get("/api/v1/units?limit=1000").path("units")).hasSize(65);
            demo.stop();
        }

        try (RealJar again = RealJar.start(folder, "demo", "--port", "0", "--days", "2")) {
            Api api = new Api(again.awaitReady());
            again.awaitPrinted("The past is complete");

            assertThat(again.printed()).contains("seed 3").doesNotContain("day  2/2");
            assertThat(opened(api)).isGreaterThanOrEqualTo(opened);
            assertThat(ofSources(api, "counted")).isGreaterThanOrEqualTo(sent);
            assertThat(ofSources(api, "dead")).isZero();
            assertThat(api.get("/api/v1/dead-letters").path("total").asLong()).isZero();
            again.stop();
            assertThat(again.printed()).contains("Tepati is stopping ...");
        }

        Ended other = RealJar.run(folder, "demo", "--port", "0", "--seed", "4");
        assertThat(other.exit()).isEqualTo(NOT_STARTED);
        assertThat(other.output()).contains("is of the city with seed 3");
    }
}
