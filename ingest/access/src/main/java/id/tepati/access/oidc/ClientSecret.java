package id.tepati.access.oidc;

import java.nio.file.Path;

/**
 * By what Tepati proves to a provider which client it is.
 *
 * @param file from which it was read
 */
public record ClientSecret(Path file, String text) {
    /** Nothing of it, so that it gets into no log. */
    @Override
    public String toString() {
        return "(a secret)";
    }
}
