package id.tepati.standalone.app;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was started, to be closed in the opposite order whatever happens. Thread-safe. */
final class Closer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Closer.class);

    private final Deque<Part> parts = new ArrayDeque<>();

    private record Part(String name, AutoCloseable part) {}

    synchronized <T extends AutoCloseable> T add(String name, T part) {
        parts.push(new Part(name, part));
        return part;
    }

    @Override
    public synchronized void close() {
        while (!parts.isEmpty()) {
            Part next = parts.pop();
            try {
                next.part().close();
            } catch (Exception e) {
                LOG.atWarn().setCause(e).addKeyValue("part", next.name()).log("a part did not close cleanly");
            }
        }
    }
}
