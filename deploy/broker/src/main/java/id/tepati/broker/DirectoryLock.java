package id.tepati.broker;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second process out of a data directory, and proves that the directory can be written.
 *
 * <p>The operating system lets go of the lock when the process dies, however it dies. The file holds the owner's
 * process id, so that the refused one can name it.
 */
public final class DirectoryLock implements AutoCloseable {
    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @param directory made when missing
     * @param owner who takes it, such as {@code broker}: names the file and the directory in messages
     * @throws BrokerStartException when the directory cannot be written, or another process has it
     */
    public static DirectoryLock acquire(Path directory, String owner) {
        try {
            Files.createDirectories(directory);
            FileChannel channel = FileChannel.open(directory.resolve(owner + ".lock"), CREATE, READ, WRITE);
            try {
                return lock(channel, directory, owner);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new BrokerStartException(
                    String.format(
                            Locale.ROOT,
                            "Cannot write to the %s's data directory %s (%s). Check its owner, its permissions and the free space.",
                            owner,
                            directory,
                            e),
                    e);
        }
    }

    /**
     * Whether a process has the lock.
     *
     * @throws BrokerStartException where that cannot be told
     */
    static boolean isTaken(Path directory, String owner) {
        Path file = directory.resolve(owner + ".lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, READ, WRITE)) {
            return tryLock(channel) == null;
        } catch (IOException e) {
            throw new BrokerStartException(
                    String.format(
                            Locale.ROOT,
                            "Whether a %s runs on %s cannot be told (%s). Be the user that it runs as.",
                            owner,
                            directory,
                            e),
                    e);
        }
    }

    private static DirectoryLock lock(FileChannel channel, Path directory, String owner) throws IOException {
        if (tryLock(channel) == null) {
            throw new BrokerStartException(
                    String.format(
                            Locale.ROOT,
                            "The %s's data directory %s is in use by process %s. Stop that process first; a second server needs a directory of its own.",
                            owner,
                            directory,
                            processOf(channel)),
                    null);
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
        channel.force(true);
        return new DirectoryLock(channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException thisProcessHasIt) {
            return null;
        }
    }

    private static String processOf(FileChannel channel) throws IOException {
        var text = ByteBuffer.allocate(20);
        channel.read(text, 0);
        String pid = new String(text.array(), 0, text.position(), StandardCharsets.UTF_8);
        return pid.isBlank() ? "(unknown)" : pid;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
