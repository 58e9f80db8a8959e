package id.tepati.standalone.cli;

import id.tepati.client.Credentials;
import id.tepati.importer.ImportPlan;
import id.tepati.importer.ImportSummary;
import id.tepati.importer.Importer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends the rows of a file to a running Tepati as events. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Sends the rows of a CSV or XLSX file to a running Tepati.",
            "CSV may be packed (.gz). Ends when the rows are judged."
        })
final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "the CSV or XLSX file")
    private Path file;

    @Option(
            names = "--mapping",
            paramLabel = "M",
            required = true,
            description = "YAML that says which events a row yields, see docs/import.md")
    private Path mapping;

    @Option(
            names = "--derive-catalog",
            description = {
                "publish the units, services and stated promises that the file implies first,",
                "with the catalogue files that the mapping names"
            })
    private boolean deriveCatalogue;

    @Option(
            names = "--derived",
            paramLabel = "YAML",
            description = "write the catalogue that the file implies to this file, to be looked at or mended")
    private @Nullable Path derived;

    @Option(names = "--dry-run", description = "send nothing, show what would be sent")
    private boolean dryRun;

    @Option(names = "--report", paramLabel = "CSV", description = "write every refused row and event to this file")
    private @Nullable Path report;

    @Mixin
    private UrlOption url = new UrlOption();

    @SuppressWarnings("NullAway.Init")
    ImportCommand() {}

    @Override
    public Integer call() {
        ImportSummary summary = Importer.of(new ImportPlan(
                        file,
                        mapping,
                        url.address,
                        Credentials.of(System.getenv()),
                        deriveCatalogue,
                        derived,
                        dryRun,
                        report,
                        System.out))
                .run();
        summary.lines().forEach(System.out::println);
        return summary.exit().code();
    }
}
