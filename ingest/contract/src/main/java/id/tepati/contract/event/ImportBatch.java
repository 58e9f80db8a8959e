package id.tepati.contract.event;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The import that an event came with, by a name of its own. It stands beside the event, not in it: what an event says
 * does not depend on how it came.
 */
public record ImportBatch(String name) {
    /** The header of a request that names the import of all its events. */
    public static final String HTTP_HEADER = "Tepati-Batch";

    /** The header of a record that names the import of its event. */
    public static final String RECORD_HEADER = "tepati_batch";

    private static final Pattern FORM = Pattern.compile("[a-z0-9._-]{1,60}");

    /** Refuses a name of another form. */
    public ImportBatch {
        if (!isValid(name)) {
            throw new IllegalArgumentException("an import is named by 1 to 60 of a-z, 0-9, dot, hyphen, underscore");
        }
    }

    /** Whether a text may name an import. */
    public static boolean isValid(String name) {
        return FORM.matcher(name).matches();
    }

    /** The import that a record names; empty where it names none, or none that could be. */
    public static Optional<ImportBatch> of(Headers headers) {
        Header header = headers.lastHeader(RECORD_HEADER);
        return Optional.ofNullable(header == null ? null : header.value())
                .map(value -> new String(value, StandardCharsets.UTF_8))
                .filter(ImportBatch::isValid)
                .map(ImportBatch::new);
    }

    /** Names the import in the headers of a record. */
    public void addTo(Headers headers) {
        headers.add(RECORD_HEADER, name.getBytes(StandardCharsets.UTF_8));
    }
}
