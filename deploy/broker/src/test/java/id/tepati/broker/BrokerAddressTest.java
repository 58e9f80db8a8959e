package id.tepati.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another process is told of a broker that runs. */
final class BrokerAddressTest {
    @TempDir
    private Path directory;

    @Test
    void whereItListensIsKnownWhileItRuns() throws IOException {
        assertThat(EmbeddedBroker.runningOn(directory)).isEmpty();
        try (BrokerProcess process = BrokerProcess.start(directory, 0)) {
            assertThat(EmbeddedBroker.runningOn(directory)).contains(process.bootstrapServers());
        }
        assertThat(EmbeddedBroker.runningOn(directory)).isEmpty();
    }

    @Test
    void oneThatStartsWhereAnotherWasKilledIsNotTakenForThatOne() {
        BrokerAddress address = new BrokerAddress(directory);
        address.tell("127.0.0.1:1");
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            assertThat(address.told()).contains(broker.bootstrapServers());
        }
        assertThat(address.told()).isEmpty();
    }

    @Test
    void oneThatIsStillStartingIsNotWaitedFor() {
        try (DirectoryLock starting = DirectoryLock.acquire(directory, "broker")) {
            assertThat(starting).isNotNull();
            assertThatExceptionOfType(BrokerStartException.class)
                    .isThrownBy(() -> EmbeddedBroker.runningOn(directory))
                    .withMessageContaining("is starting or stopping: try again in a moment");
        }
        assertThat(Files.exists(directory.resolve("address"))).isFalse();
    }
}
