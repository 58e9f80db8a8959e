package id.tepati.gateway.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads bodies up to a limit, whether or not they announce their length. */
final class BodyReader {
    private static final int CHUNK = 16 * 1024;

    /** How much of a body that is too large is read and thrown away, so that its sender gets to see the answer. */
    private static final long DRAIN_AT_MOST = 16L * 1024 * 1024;

    private BodyReader() {}

    /**
     * The body, or empty if it is larger than the limit; never holds more than the limit in memory.
     *
     * @throws IOException if the sender breaks off
     */
    static Optional<byte[]> read(HttpServletRequest request, int limit) throws IOException {
        long announced = request.getContentLengthLong();
        InputStream body = request.getInputStream();
        if (announced > limit) {
            drain(request, body);
            return Optional.empty();
        }
        var bytes = new ByteArrayOutputStream(announced < 0 ? CHUNK : (int) announced);
        byte[] chunk = new byte[CHUNK];
        for (int n = body.read(chunk); n >= 0; n = body.read(chunk)) {
            if (bytes.size() + n > limit) {
                drain(request, body);
                return Optional.empty();
            }
            bytes.write(chunk, 0, n);
        }
        return Optional.of(bytes.toByteArray());
    }

    private static void drain(HttpServletRequest request, InputStream body) throws IOException {
        if (request.getHeader("Expect") != null) {
            // the sender waits with the body for our word, and reading would ask for it
            return;
        }
        byte[] chunk = new byte[CHUNK];
        long left = DRAIN_AT_MOST;
        for (int n = body.read(chunk); n >= 0 && left > 0; n = body.read(chunk)) {
            left -= n;
        }
    }
}
