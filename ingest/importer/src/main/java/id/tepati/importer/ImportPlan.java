package id.tepati.importer;

import id.tepati.client.Credentials;
import id.tepati.client.ServerAddress;
import java.io.PrintStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What to import, by which mapping, and where to.
 *
 * @param file text with separators, gzipped or not, or XLSX
 * @param mapping YAML as described in {@code docs/import.md}
 * @param server where the gateway is
 * @param credentials who asks there
 * @param deriveCatalogue whether to publish the units, services and stated promises that the file implies first
 * @param derived where to write that catalogue as YAML, published or not; null for nowhere
 * @param dryRun whether to send nothing and show what would be sent
 * @param report where to write every refused row and event as CSV, or null
 * @param progress where progress and the first refused rows are printed
 */
public record ImportPlan(
        Path file,
        Path mapping,
        ServerAddress server,
        Credentials credentials,
        boolean deriveCatalogue,
        @Nullable Path derived,
        boolean dryRun,
        @Nullable Path report,
        PrintStream progress) {}
