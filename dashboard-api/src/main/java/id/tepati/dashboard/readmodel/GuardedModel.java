package id.tepati.dashboard.readmodel;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;

/** A model that many may ask and one changes. Fair, so that a stream of questions never keeps the news out. */
final class GuardedModel {
    private final MemoryModel model = new MemoryModel();
    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

    <T> T ask(Function<Model, T> query) {
        lock.readLock().lock();
        try {
            return query.apply(model);
        } finally {
            lock.readLock().unlock();
        }
    }

    void change(Consumer<MemoryModel> change) {
        lock.writeLock().lock();
        try {
            change.accept(model);
        } finally {
            lock.writeLock().unlock();
        }
    }
}
