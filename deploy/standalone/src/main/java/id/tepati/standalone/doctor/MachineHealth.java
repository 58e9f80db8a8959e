package id.tepati.standalone.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** This machine: Java, memory and the data directory. */
public final class MachineHealth {
    private static final long MEGABYTE = 1L << 20;
    /** The embedded broker, RocksDB's bound and a read model of a city fit into this. */
    private static final long HEAP_AT_LEAST = 512 * MEGABYTE;

    private static final long DISK_AT_LEAST = 5_000 * MEGABYTE;

    private MachineHealth() {}

    /** Looks at everything but the network. */
    public static List<Finding> examine(Path data) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("Java " + Runtime.version().feature() + ", "
                + Runtime.getRuntime().availableProcessors() + " processors."));
        findings.add(heap(Runtime.getRuntime().maxMemory()));
        findings.add(disk(data));
        return findings;
    }

    static Finding heap(long bytes) {
        return bytes >= HEAP_AT_LEAST
                ? Finding.ok("Java may use " + bytes / MEGABYTE + " MB of memory.")
                : Finding.warning("Java may use only " + bytes / MEGABYTE
                        + " MB of memory: give it more, for instance with TEPATI_JAVA_OPTIONS=-Xmx1g.");
    }

    private static Finding disk(Path data) {
        Path nearest = data.toAbsolutePath().normalize();
        while (!Files.exists(nearest)) {
            nearest = Objects.requireNonNull(nearest.getParent(), "the root exists");
        }
        if (!Files.isDirectory(nearest) || !Files.isWritable(nearest)) {
            return Finding.problem(nearest
                    + " cannot be written to: choose another directory with --data, or give the right to write.");
        }
        try {
            return space(nearest, Files.getFileStore(nearest).getUsableSpace());
        } catch (IOException e) {
            return Finding.warning("How much space is left at " + nearest + " cannot be told: " + e.getMessage() + ".");
        }
    }

    static Finding space(Path where, long bytes) {
        return bytes >= DISK_AT_LEAST
                ? Finding.ok(bytes / MEGABYTE + " MB are free at " + where + ".")
                : Finding.warning("Only " + bytes / MEGABYTE + " MB are free at " + where
                        + ": the inputs are kept for ever, so make room before it runs full.");
    }
}
