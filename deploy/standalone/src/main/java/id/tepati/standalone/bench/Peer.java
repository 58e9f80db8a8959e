package id.tepati.standalone.bench;

import java.time.Duration;

/** Who computes the figures of a day from the events in the topics, in a process of its own. For one thread at a time. */
interface Peer extends AutoCloseable {
    /** The consumer group whose positions say how far it has come. */
    String group();

    /**
     * The CPU that it has used.
     *
     * @throws IllegalStateException where it has ended by itself
     */
    Duration cpu();

    /** What it counts, once that rests on every event that was sent. */
    DayFigures figures();

    /** The count that can be read now in a cell of {@link DayFigures#cell}. */
    DayFigures.Counts readable(String cell);

    /** Has it end in order and answers how many bytes it keeps, its output included and the events in Kafka not. */
    long end();

    @Override
    void close();
}
