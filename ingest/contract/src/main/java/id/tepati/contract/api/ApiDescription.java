package id.tepati.contract.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The description of the whole HTTP API, of all roles, as an OpenAPI 3.1 document. Thread-safe. */
public final class ApiDescription {
    private static final String FILE = "openapi.json";

    private ApiDescription() {}

    /** The document as JSON in UTF-8, in an array of the caller's own. */
    public static byte[] json() {
        try (InputStream in = ApiDescription.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + FILE + ": build it anew");
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + FILE + " from the jar", broken);
        }
    }
}
