package id.tepati.gateway.http;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the events of a request lie in its body. */
enum BodyForm {
    /** The body is one event. */
    SINGLE,
    /** The body is a JSON array of events. */
    BATCH,
    /** Every line of the body is one event. */
    LINES,
    /** An array or one event: the first character tells. */
    SINGLE_OR_BATCH;

    /** The form that a {@code Content-Type} names; empty for one that is not taken, or not in UTF-8. */
    static Optional<BodyForm> of(@Nullable String contentType) {
        if (contentType == null || !isUtf8(contentType)) {
            return Optional.empty();
        }
        return switch (mediaType(contentType)) {
            case "application/cloudevents+json" -> Optional.of(SINGLE);
            case "application/cloudevents-batch+json" -> Optional.of(BATCH);
            case "application/x-ndjson" -> Optional.of(LINES);
            case "application/json" -> Optional.of(SINGLE_OR_BATCH);
            default -> Optional.empty();
        };
    }

    /** Whether the content type is JSON in UTF-8. */
    static boolean isJson(@Nullable String contentType) {
        return contentType != null
                && isUtf8(contentType)
                && mediaType(contentType).equals("application/json");
    }

    private static String mediaType(String contentType) {
        int parameters = contentType.indexOf(';');
        String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return type.strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isUtf8(String contentType) {
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].replaceAll("[\\s\"]", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                return false;
            }
        }
        return true;
    }
}
