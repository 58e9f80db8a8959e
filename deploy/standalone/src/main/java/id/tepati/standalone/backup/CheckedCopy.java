package id.tepati.standalone.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Copies files, and says what was copied. */
final class CheckedCopy {
    private static final int AT_ONCE = 1 << 16;

    private CheckedCopy() {}

    /**
     * Copies a file; it is on the disk when this returns.
     *
     * @param path of the file from either directory
     */
    static Manifest.Entry of(Path from, Path to, String path) throws IOException {
        Path target = to.resolve(path);
        Files.createDirectories(target.getParent());
        MessageDigest digest = sha256();
        long bytes = 0;
        try (InputStream in = Files.newInputStream(from.resolve(path));
                FileChannel out = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] some = new byte[AT_ONCE];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                digest.update(some, 0, read);
                bytes += read;
                write(out, ByteBuffer.wrap(some, 0, read));
            }
            out.force(true);
        }
        return new Manifest.Entry(path, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
