package id.tepati.standalone.cli;

import id.tepati.standalone.backup.Backup;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a backup back. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Puts back what backup saved, if it is whole.")
final class RestoreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "what backup made")
    private Path backup = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "tepati-data",
            description = "directory for the server; it is not there yet, or is empty (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("tepati-data");

    @Override
    public Integer call() {
        Backup.Summary restored = Backup.restore(backup, data);
        System.out.println(backup + " is put back to " + data + ": " + restored.files() + " files, " + restored.bytes()
                + " bytes. Start it with tepati up --data " + data + ".");
        return Exit.OK;
    }
}
