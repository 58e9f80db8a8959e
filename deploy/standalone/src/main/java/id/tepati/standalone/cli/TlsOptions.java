package id.tepati.standalone.cli;

import id.tepati.standalone.tls.TlsFiles;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether a server speaks HTTPS. */
final class TlsOptions {
    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description = {
                "speak HTTPS, and nothing else: PEM with the certificate, then those that vouch for it;",
                "what changes in the files is taken up within seconds"
            })
    private @Nullable Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "PEM with its key, not encrypted")
    private @Nullable Path key;

    /** The files, or null for plain HTTP. */
    @Nullable
    TlsFiles files() {
        if (certificate == null && key == null) {
            return null;
        }
        if (certificate == null || key == null) {
            throw new CommandException(
                    "HTTPS needs a certificate and its key: give both --tls-cert and --tls-key.", Exit.USAGE);
        }
        return new TlsFiles(certificate, key);
    }
}
