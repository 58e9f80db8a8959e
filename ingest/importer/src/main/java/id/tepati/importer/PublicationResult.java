package id.tepati.importer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What publishing the derived catalogue changed.
 *
 * @param knownFrom from when it counts, or null where nothing changed
 */
record PublicationResult(
        long added, long changed, long unchanged, @Nullable Instant knownFrom) {}
