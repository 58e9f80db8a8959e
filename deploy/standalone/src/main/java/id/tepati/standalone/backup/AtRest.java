package id.tepati.standalone.backup;

import id.tepati.broker.BrokerStartException;
import id.tepati.broker.DirectoryLock;
import java.nio.file.Path;

/** A data directory that no server works on, and none may begin to until this is closed. */
record AtRest(Path data, DirectoryLock broker, DirectoryLock pipeline) implements AutoCloseable {
    /**
     * Keeps servers out.
     *
     * @throws BackupException where one is in
     */
    static AtRest of(Path data) {
        try {
            DirectoryLock broker = DirectoryLock.acquire(data.resolve(Backup.BROKER), Backup.BROKER);
            try {
                return new AtRest(data, broker, DirectoryLock.acquire(data, "pipeline"));
            } catch (RuntimeException e) {
                broker.close();
                throw e;
            }
        } catch (BrokerStartException e) {
            throw new BackupException("A backup of " + data + " needs it at rest. " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        pipeline.close();
        broker.close();
    }
}
