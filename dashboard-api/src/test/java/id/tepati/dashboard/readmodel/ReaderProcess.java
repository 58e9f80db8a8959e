package id.tepati.dashboard.readmodel;

import id.tepati.contract.catalogue.CatalogueSnapshot;
import id.tepati.dashboard.store.DatabaseAddress;
import id.tepati.dashboard.store.ModelStore;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A read model in a process of its own, which can be killed. It ends when its standard input does. */
public final class ReaderProcess {
    private static final String NONE = "-";

    private final Process process;

    private ReaderProcess(Process process) {
        this.process = process;
    }

    /** Starts one that reads the topics of a broker into a database. */
    static ReaderProcess start(String broker, DatabaseAddress database) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ReaderProcess.class.getName(),
                broker,
                database.url(),
                Objects.requireNonNullElse(database.user(), NONE),
                Objects.requireNonNullElse(database.password(), NONE)));
        return new ReaderProcess(new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** With arguments as {@link #start} gives them. */
    public static void main(String[] arguments) throws IOException {
        DatabaseAddress database = new DatabaseAddress(arguments[1], given(arguments[2]), given(arguments[3]));
        ReadModel model = ReadModel.start(
                Map.of("bootstrap.servers", arguments[0]),
                ModelStore.open(database, Clock.systemUTC()),
                () -> CatalogueSnapshot.EMPTY,
                Clock.systemUTC());
        while (System.in.read() >= 0) {
            // until whoever started it is gone
        }
        model.close();
    }

    private static String given(String argument) {
        return argument.equals(NONE) ? null : argument;
    }

    /** At once, without a word. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }
}
