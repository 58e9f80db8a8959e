package id.tepati.pipeline.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;

final class EndOffsetWatchTest {
    private static final List<String> TOPICS = List.of("one");

    private final AtomicInteger looks = new AtomicInteger();
    private final InstantSource clock = () -> {
        looks.incrementAndGet();
        return Instant.now();
    };
    private final ProgressMark mark = new ProgressMark(TOPICS, clock);

    @Test
    void troubleThatNoBrokerMendsEndsItAndIsTold() {
        Admin admin = nowhere();
        admin.close(Duration.ZERO);

        try (EndOffsetWatch watch = EndOffsetWatch.start(admin, mark, clock, TOPICS, 1)) {
            await().until(() -> watch.failure().isPresent());

            assertThat(watch.failure().orElseThrow()).hasMessageContaining("closing");
        }
    }

    @Test
    void aBrokerThatDoesNotAnswerIsAskedAgain() {
        try (Admin admin = nowhere();
                EndOffsetWatch watch = EndOffsetWatch.start(admin, mark, clock, TOPICS, 1)) {
            await().until(() -> {
                mark.refresh();
                return looks.get() >= 3;
            });

            assertThat(watch.failure()).isEmpty();
        }
    }

    private static Admin nowhere() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:1",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 100,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 100));
    }
}
