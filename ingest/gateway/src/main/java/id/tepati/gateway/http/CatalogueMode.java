package id.tepati.gateway.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is to be done with a catalogue that was sent. */
enum CatalogueMode {
    /** Read it and tell its problems. */
    CHECK,
    /** Tell also what publishing it would change. */
    DIFF,
    /** Publish it. */
    APPLY;

    static Optional<CatalogueMode> of(@Nullable String mode) {
        if (mode == null) {
            return Optional.empty();
        }
        return switch (mode) {
            case "check" -> Optional.of(CHECK);
            case "diff" -> Optional.of(DIFF);
            case "apply" -> Optional.of(APPLY);
            default -> Optional.empty();
        };
    }
}
