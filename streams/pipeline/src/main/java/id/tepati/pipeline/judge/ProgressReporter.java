package id.tepati.pipeline.judge;

import id.tepati.contract.output.Progress;
import id.tepati.pipeline.deadline.AsOf;
import id.tepati.pipeline.node.NodeNames;
import id.tepati.pipeline.node.Outbox;
import id.tepati.pipeline.node.SourceNote;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reports how far the cases of a task are judged: soon while something happens, else now and then, so that staleness
 * shows. Confined to a task.
 */
final class ProgressReporter {
    private static final Duration BUSY_PACE = Duration.ofMillis(100);
    private static final Duration IDLE_PACE = Duration.ofSeconds(5);

    /** Counts of sources change with each record and are wanted less soon. */
    private static final Duration SOURCES_PACE = Duration.ofSeconds(2);

    private final int partition;
    private final List<String> inputs;
    private final AsOf mark;
    private final Outbox outbox;
    private Instant reported = Instant.MIN;
    private Instant sourcesReported = Instant.MIN;

    ProgressReporter(int partition, Collection<String> inputs, AsOf mark, Outbox outbox) {
        this.partition = partition;
        this.inputs = List.copyOf(inputs);
        this.mark = mark;
        this.outbox = outbox;
    }

    /** Whether everything that came has been reported as judged. */
    boolean isQuiet() {
        return reported.isAfter(mark.newestRecord(partition));
    }

    /** Everything that could be done at an instant is done. */
    void done(Instant asOf) {
        if (isDue(asOf)) {
            if (areSourcesDue(asOf)) {
                outbox.tell(new SourceNote.Send());
                sourcesReported = asOf;
            }
            Progress progress = new Progress(partition, asOf, processed());
            outbox.send(NodeNames.PROGRESS_OUT, progress.key(), progress.toJson());
            reported = asOf;
        }
    }

    private boolean isDue(Instant asOf) {
        return !asOf.equals(Instant.MIN)
                && (reported.equals(Instant.MIN) || !asOf.isBefore(reported.plus(isQuiet() ? IDLE_PACE : BUSY_PACE)));
    }

    /** The counts of sources are reported now and then, and as soon as everything that came is judged. */
    private boolean areSourcesDue(Instant asOf) {
        return asOf.isAfter(mark.newestRecord(partition)) || !asOf.isBefore(sourcesReported.plus(SOURCES_PACE));
    }

    private Map<String, Long> processed() {
        Map<String, Long> processed = new TreeMap<>();
        for (String input : inputs) {
            long next = mark.nextOffset(input, partition);
            if (next >= 0) {
                processed.put(input, next);
            }
        }
        return processed;
    }
}
