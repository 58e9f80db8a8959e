package id.tepati.standalone.cli;

import id.tepati.access.oidc.OidcConfig;
import id.tepati.access.oidc.OidcConfigReader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether people sign in by a provider of OpenID Connect. */
final class OidcOption {
    @Option(
            names = "--oidc-config",
            paramLabel = "FILE",
            description = {
                "let people sign in by a provider of OpenID Connect: YAML that says by which, and what its groups may;",
                "the same for every process"
            })
    private @Nullable Path file;

    /** What the file says, or null for none. */
    @Nullable
    OidcConfig config() {
        try {
            return file == null ? null : OidcConfigReader.read(file);
        } catch (IllegalArgumentException refused) {
            throw new CommandException("--oidc-config: " + refused.getMessage(), Exit.USAGE);
        }
    }
}
