package id.tepati.standalone.cli;

import id.tepati.gateway.importer.ImportPlan;
import id.tepati.gateway.importer.Importer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the whole way once: a file of an invented town goes in, judged figures come out. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts on a throw-away directory, imports a small invented sample,",
            "prints its figures and stays up."
        })
final class DemoCommand implements Callable<Integer> {
    private static final String ROOT_UNIT = "tirtamaya";

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Override
    public Integer call() throws IOException {
        PrintStream out = System.out;
        Path directory = Files.createTempDirectory("tepati-demo-");
        try (RunningServer server =
                RunningServer.start(options.settings(directory.resolve("data")), out, () -> delete(directory))) {
            URI address = server.server().address();
            importSample(directory, address, out);
            new FigureTable(new ApiClient(address)).print(ROOT_UNIT, out);
            return server.stay();
        }
    }

    private static void importSample(Path directory, URI address, PrintStream out) throws IOException {
        out.println();
        out.println("Importing the complaints of the invented Kota Tirtamaya ...");
        Importer.of(new ImportPlan(
                        extract("pengaduan.csv", directory),
                        extract("mapping.yaml", directory),
                        address,
                        true,
                        false,
                        null,
                        out))
                .run()
                .lines()
                .forEach(out::println);
    }

    private static void delete(Path directory) {
        try (Stream<Path> inside = Files.walk(directory)) {
            inside.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            System.err.println("tepati: the throw-away directory " + directory + " could not be deleted.");
        }
    }

    private static Path extract(String name, Path directory) throws IOException {
        Path file = directory.resolve(name);
        try (InputStream packed = DemoCommand.class.getResourceAsStream("/id/tepati/standalone/sample/" + name)) {
            Files.copy(Objects.requireNonNull(packed, name), file);
        }
        return file;
    }
}
