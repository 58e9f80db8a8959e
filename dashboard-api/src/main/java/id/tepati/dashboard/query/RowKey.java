package id.tepati.dashboard.query;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Names one line of figures within an answer.
 *
 * @param service null for all
 * @param day null for all
 */
record RowKey(
        String unit,
        @Nullable String service,
        String promise,
        @Nullable LocalDate day) {
    /** Lines are in the order of this text: unit, service, promise, day. */
    String text() {
        return unit + "|" + (service == null ? "" : service) + "|" + promise + "|" + (day == null ? "" : day);
    }
}
