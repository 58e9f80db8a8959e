package id.tepati.standalone.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;

/** A file that holds a secret. */
record SecretFile(Path path) {
    /** That everybody on this machine may read it, if that is so, and what to do. */
    Optional<String> whyExposed() {
        try {
            return Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_READ)
                    ? Optional.of("every user of this machine may read " + path + ", which holds a secret: chmod 600 "
                            + path + ", and let it belong to the user that runs Tepati.")
                    : Optional.empty();
        } catch (IOException | UnsupportedOperationException untold) {
            return Optional.empty();
        }
    }
}
