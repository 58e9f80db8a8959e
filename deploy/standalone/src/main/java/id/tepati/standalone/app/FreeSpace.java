package id.tepati.standalone.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The room that a data directory has left. A server stops while there is some, for without any neither Kafka nor the
 * state can end in order.
 */
record FreeSpace(Path directory) {
    private static final long MEGABYTE = 1_000_000;
    private static final long NEEDED = 100 * MEGABYTE;

    /** What to tell the operator where there is too little. */
    Optional<String> whyTooLittle() {
        Path place = existing();
        long free = place.toFile().getUsableSpace();
        return free >= NEEDED
                ? Optional.empty()
                : Optional.of("The disk of " + place + " is full: " + free / MEGABYTE + " MB are free, and "
                        + NEEDED / MEGABYTE
                        + " MB are needed. Make room and start again; nothing that was acknowledged is lost.");
    }

    /** The directory, or the one in which it will be made. */
    private Path existing() {
        Path place = directory.toAbsolutePath().normalize();
        while (!Files.exists(place) && place.getParent() != null) {
            place = place.getParent();
        }
        return place;
    }
}
