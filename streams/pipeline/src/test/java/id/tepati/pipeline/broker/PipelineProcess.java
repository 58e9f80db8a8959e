package id.tepati.pipeline.broker;

import id.tepati.pipeline.app.Pipeline;
import id.tepati.pipeline.app.PipelineSettings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;

/** The pipeline in a process of its own, which a test may kill. */
final class PipelineProcess implements AutoCloseable {
    private final Process process;

    private PipelineProcess(Process process) {
        this.process = process;
    }

    public static void main(String[] arguments) throws InterruptedException {
        var settings =
                new PipelineSettings(arguments[0], Path.of(arguments[1]), arguments[2], Cluster.PARTITIONS, 1, 1);
        Admin admin = Admin.create(Map.of("bootstrap.servers", arguments[0]));
        Pipeline.start(settings, Town.catalogue(), admin, InstantSource.system());
        new CountDownLatch(1).await();
    }

    static PipelineProcess start(String bootstrapServers, Path stateDirectory, String instance) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PipelineProcess.class.getName(),
                        bootstrapServers,
                        stateDirectory.toString(),
                        instance)
                .redirectErrorStream(true)
                .redirectOutput(new File(stateDirectory.getParent().toFile(), instance + ".log"))
                .start();
        return new PipelineProcess(process);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** {@code kill -9}, and waits until it is gone. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
