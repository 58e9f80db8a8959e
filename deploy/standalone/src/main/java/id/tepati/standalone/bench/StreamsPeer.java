package id.tepati.standalone.bench;

import id.tepati.contract.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A job of Kafka Streams, whose figures are in its output topics. */
final class StreamsPeer implements Peer {
    private static final String LOG = ".log";

    private final String group;
    private final ChildJvm process;
    private final FigureTopics topics;
    private final Runnable caughtUp;
    private final Path state;
    private final Path broker;

    /**
     * A job that was started.
     *
     * @param caughtUp waits until everything is in the output topics that follows from all events
     */
    StreamsPeer(String group, ChildJvm process, FigureTopics topics, Runnable caughtUp, Path state, Path broker) {
        this.group = group;
        this.process = process;
        this.topics = topics;
        this.caughtUp = caughtUp;
        this.state = state;
        this.broker = broker;
    }

    @Override
    public String group() {
        return group;
    }

    @Override
    public Duration cpu() {
        return process.cpuWhileAlive();
    }

    @Override
    public DayFigures figures() {
        caughtUp.run();
        topics.readToEnd();
        return DayFigures.of(topics.counts());
    }

    @Override
    public DayFigures.Counts readable(String cell) {
        topics.poll();
        return Optional.ofNullable(topics.counts().get(cell)).orElse(DayFigures.Counts.NONE);
    }

    @Override
    public long end() {
        process.close();
        return DiskUse.of(state, file -> true) + DiskUse.of(broker, StreamsPeer::isItsOwn);
    }

    /** Segments of topics that it writes; indexes are files with holes. */
    private static boolean isItsOwn(Path file) {
        String partition = file.getName(file.getNameCount() - 2).toString();
        return file.toString().endsWith(LOG)
                && !partition.startsWith("__")
                && Topics.inputs().stream().noneMatch(partition::startsWith);
    }

    @Override
    public void close() {
        topics.close();
        process.close();
    }
}
