package id.tepati.contract.event;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The import that an event came with, by a name of its own. It stands beside the event, not in it: what an event says
 * does not depend on how it came.
 *
 * @param total how many events the import sends in all, the same in all its requests; null where it does not say. Under
 *     one name another total begins anew
 */
public record ImportBatch(String name, @Nullable Long total) {
    /** The header of a request that names the import of all its events. */
    public static final String HTTP_HEADER = "Tepati-Batch";

    /** The header of a request that says how many events its import sends in all. */
    public static final String HTTP_TOTAL = "Tepati-Batch-Total";

    /** The header of a record that names the import of its event. */
    public static final String RECORD_HEADER = "tepati_batch";

    /** The header of a record that says how many events its import sends in all. */
    public static final String RECORD_TOTAL = "tepati_batch_total";

    private static final Pattern FORM = Pattern.compile("[a-z0-9._-]{1,60}");
    private static final Pattern TOTAL = Pattern.compile("[1-9][0-9]{0,11}");

    /** Refuses a name or a total of another form. */
    public ImportBatch {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("an import is named by 1 to 60 of a-z, 0-9, dot, hyphen, underscore");
        }
        if (total != null && !TOTAL.matcher(total.toString()).matches()) {
            throw new IllegalArgumentException("an import has 1 to 999999999999 events, not " + total);
        }
    }

    /** An import that does not say how many events it sends. */
    public ImportBatch(String name) {
        this(name, null);
    }

    /**
     * The import of this name and total; empty where either has another form.
     *
     * @param total null where it is not said
     */
    public static Optional<ImportBatch> of(String name, @Nullable String total) {
        if (!FORM.matcher(name).matches()) {
            return Optional.empty();
        }
        if (total == null) {
            return Optional.of(new ImportBatch(name));
        }
        return TOTAL.matcher(total).matches()
                ? Optional.of(new ImportBatch(name, Long.valueOf(total)))
                : Optional.empty();
    }

    /** The import that a record names; empty where it names none, or none that could be. */
    public static Optional<ImportBatch> of(Headers headers) {
        String name = text(headers, RECORD_HEADER);
        if (name == null) {
            return Optional.empty();
        }
        return of(name, text(headers, RECORD_TOTAL)).or(() -> of(name, null));
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Names the import in the headers of a record. */
    public void addTo(Headers headers) {
        headers.add(RECORD_HEADER, name.getBytes(StandardCharsets.UTF_8));
        if (total != null) {
            headers.add(RECORD_TOTAL, total.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
