package id.tepati.standalone.bench;

import id.tepati.contract.topic.Topics;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;

/** Follows how far a job has committed, and takes time and CPU between two marks: after the warm-up, and at the end. */
final class Stopwatch {
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final Duration NEWS = Duration.ofSeconds(10);
    private static final double WARM = 0.4;
    private static final int PERCENT = 100;
    private static final double NANOS_A_MICRO = 1_000;

    private final Admin admin;
    private final long events;
    private final Supplier<Duration> cpu;
    private final PrintStream progress;

    /**
     * What was measured once warm.
     *
     * @param perSecond records a second
     * @param cpuMicros CPU a record, in microseconds, garbage collector and JIT included
     */
    record Lap(String job, double perSecond, double cpuMicros) {}

    private record Reading(long nanos, long cpuNanos, long committed) {}

    /**
     * Tells now and then how far a job has come.
     *
     * @param cpu that the job has used; throws where it has ended
     */
    Stopwatch(Admin admin, long events, Supplier<Duration> cpu, PrintStream progress) {
        this.admin = admin;
        this.events = events;
        this.cpu = cpu;
        this.progress = progress;
    }

    /** Waits until the consumer group has committed everything. */
    Lap follow(String job, String group) {
        Reading warm = await(job, group, (long) (events * WARM));
        Reading end = await(job, group, events);
        long records = end.committed - warm.committed;
        return new Lap(
                job,
                records * (double) Duration.ofSeconds(1).toNanos() / (end.nanos - warm.nanos),
                (end.cpuNanos - warm.cpuNanos) / NANOS_A_MICRO / records);
    }

    private Reading await(String job, String group, long target) {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        long before = 0;
        long news = System.nanoTime() + NEWS.toNanos();
        while (System.nanoTime() < deadline) {
            long committed = committed(group);
            if (committed >= target) {
                return new Reading(System.nanoTime(), cpu.get().toNanos(), committed);
            }
            if (committed > before) {
                before = committed;
                deadline = System.nanoTime() + TIMEOUT.toNanos();
            }
            if (System.nanoTime() > news) {
                progress.printf(
                        Locale.ROOT,
                        "%s: %d %%, CPU %d s ...%n",
                        job,
                        committed * PERCENT / events,
                        cpu.get().toSeconds());
                news += NEWS.toNanos();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new IllegalStateException(
                "The job " + group + " did not get on for " + TIMEOUT.toMinutes() + " minutes: read the log.");
    }

    private long committed(String group) {
        try {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                    .filter(entry -> Topics.inputs().contains(entry.getKey().topic()))
                    .filter(entry -> entry.getValue() != null)
                    .mapToLong(entry -> entry.getValue().offset())
                    .sum();
        } catch (ExecutionException e) {
            return 0; // the group is not there yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
