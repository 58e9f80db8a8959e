package id.tepati.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;

/** Where the broker of a data directory listens, written into it while it runs, for other processes of this machine. */
record BrokerAddress(Path directory) {
    private static final String FILE = "address";

    /** Nobody listens any more, or not yet. */
    void forget() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw refused(e);
        }
    }

    void tell(String address) {
        try {
            Path made = Files.writeString(directory.resolve(FILE + ".new"), address);
            Files.move(made, file(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /** What was told; empty where nothing is. */
    Optional<String> told() {
        try {
            return Optional.of(Files.readString(file()));
        } catch (NoSuchFileException notTold) {
            return Optional.empty();
        } catch (IOException e) {
            throw refused(e);
        }
    }

    private Path file() {
        return directory.resolve(FILE);
    }

    private BrokerStartException refused(IOException cause) {
        return new BrokerStartException(
                String.format(
                        Locale.ROOT,
                        "Where the broker of %s listens can be neither read nor kept in it (%s). Check its owner, its permissions and the free space.",
                        directory,
                        cause),
                cause);
    }
}
