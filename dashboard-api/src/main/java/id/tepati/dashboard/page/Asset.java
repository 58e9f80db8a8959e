package id.tepati.dashboard.page;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A file as it is sent, plain and compressed, with a tag that changes with its content. Immutable. */
public final class Asset {
    private static final int TAG_LENGTH = 16;

    private final String contentType;
    private final byte[] plain;
    private final byte[] gzipped;
    private final String tag;

    /** Takes the content over. */
    public Asset(String contentType, byte[] plain) {
        this.contentType = contentType;
        this.plain = plain;
        this.gzipped = gzip(plain);
        this.tag = "\"" + digest(plain).substring(0, TAG_LENGTH) + "\"";
    }

    byte[] gzipped() {
        return gzipped;
    }

    /**
     * Answers with it, compressed where the reader takes that, or tells that the reader has it already.
     *
     * @param caching the header {@code Cache-Control}; with {@code no-cache} a reader keeps it and asks each time
     *     whether it is still the same
     */
    public void answer(Context ctx, String caching) {
        ctx.header("Cache-Control", caching);
        ctx.header("ETag", tag);
        ctx.header("Vary", "Accept-Encoding");
        if (tag.equals(ctx.header("If-None-Match"))) {
            ctx.status(304);
            return;
        }
        ctx.contentType(contentType);
        boolean takesGzip =
                Optional.ofNullable(ctx.header("Accept-Encoding")).orElse("").contains("gzip");
        if (takesGzip) {
            ctx.header("Content-Encoding", "gzip");
        }
        ctx.result(takesGzip ? gzipped : plain);
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(plain);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
