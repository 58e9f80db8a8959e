package id.tepati.standalone.cli;

import id.tepati.standalone.backup.Backup;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Saves what a stopped server keeps. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Saves what a stopped server keeps, with checksums.",
            "The pipeline's state and the log are left out: the one is built anew, the other is not needed."
        })
final class BackupCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "where to; it is not there yet, or is empty")
    private Path backup = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "tepati-data",
            description = "directory of the server (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("tepati-data");

    @Override
    public Integer call() {
        Backup.Summary saved = Backup.make(data, backup, TepatiCommand.Version.ofJar(), Clock.systemUTC());
        System.out.println(data + " is saved in " + backup + ": " + saved.files() + " files, " + saved.bytes()
                + " bytes. Put it back with tepati restore " + backup + " --data DIR.");
        return Exit.OK;
    }
}
