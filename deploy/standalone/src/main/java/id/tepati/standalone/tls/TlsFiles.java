package id.tepati.standalone.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where a server's certificate and its key lie, both as PEM.
 *
 * @param certificate that of the server first, then those that vouch for it
 * @param key not encrypted
 */
public record TlsFiles(Path certificate, Path key) {
    private static final String UNREADABLE = "unreadable";

    /** Another text whenever one of the files is another. */
    String fingerprint() {
        return digest(certificate) + ' ' + digest(key);
    }

    private static String digest(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException gone) {
            return UNREADABLE;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
