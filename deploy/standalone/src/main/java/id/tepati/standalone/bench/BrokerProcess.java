package id.tepati.standalone.bench;

import id.tepati.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The embedded broker in a process of its own, so that its work does not count as that of a job. */
final class BrokerProcess implements AutoCloseable {
    private static final String READY = "broker at ";

    private final ChildJvm process;

    private BrokerProcess(ChildJvm process) {
        this.process = process;
    }

    /** Runs the broker until somebody ends the process; the only argument is its directory. */
    public static void main(String[] arguments) throws InterruptedException {
        Locale.setDefault(Locale.ROOT);
        try (EmbeddedBroker broker = EmbeddedBroker.start(Path.of(arguments[0]), 0)) {
            System.out.println(READY + broker.bootstrapServers());
            Thread.currentThread().join();
        }
    }

    /** Starts a broker on an empty directory. */
    static BrokerProcess start(Path directory) {
        return new BrokerProcess(ChildJvm.start(BrokerProcess.class, READY, directory.toString()));
    }

    /** Creates a topic of a benchmark's own. */
    static void createTopic(Admin admin, String name, int partitions) {
        try {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The topic of the benchmark could not be created: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** {@code HOST:PORT}. */
    String address() {
        String said = process.introduction();
        return said.substring(said.indexOf(READY) + READY.length()).trim();
    }

    @Override
    public void close() {
        process.close();
    }
}
