package id.tepati.standalone.bench;

import id.tepati.contract.output.Progress;
import id.tepati.contract.output.TallyRow;
import id.tepati.contract.topic.Topics;
import id.tepati.pipeline.app.Pipeline;
import id.tepati.pipeline.app.PipelineSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Tepati's pipeline as it is, in a process of its own: the figures are its tallies of days. */
final class TepatiJob {
    private static final byte FIVE_MINUTES = 'Z';

    private final Map<Integer, Instant> asOf = new ConcurrentHashMap<>();
    private final int partitions;

    private TepatiJob(int partitions) {
        this.partitions = partitions;
    }

    /** Runs until it is ended; arguments are Kafka, the directory of the state, partitions, threads, units, the zone. */
    public static void main(String[] arguments) throws InterruptedException {
        JobProcess.failFast();
        PipelineSettings settings = new PipelineSettings(
                arguments[0],
                Path.of(arguments[1]),
                "bench",
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]),
                1);
        BenchCity city = new BenchCity(
                Integer.parseInt(arguments[4]),
                ZoneOffset.of(arguments[5]),
                PlainPromise.ALL.stream().map(PlainPromise::promise).toList());
        Admin admin = Admin.create(settings.client());
        Pipeline pipeline = Pipeline.start(settings, city, admin, Clock.systemUTC());
        JobProcess.serve(pipeline::isAlive, pipeline::close);
    }

    /** Starts one. */
    static Peer start(PeersBench.Plan plan, ZoneOffset zone, String kafka, Path directory, Path broker) {
        ChildJvm process = JobProcess.start(
                TepatiJob.class,
                kafka,
                directory.toString(),
                Integer.toString(plan.partitions()),
                Integer.toString(plan.threads()),
                Integer.toString(plan.units()),
                zone.getId());
        TepatiJob job = new TepatiJob(plan.partitions());
        FigureTopics topics = new FigureTopics(kafka, List.of(Topics.TALLIES, Topics.PROGRESS), job::read);
        return new StreamsPeer(
                PipelineSettings.APPLICATION_ID, process, topics, () -> job.awaitNow(topics), directory, broker);
    }

    private void read(ConsumerRecord<byte[], byte[]> record, Map<String, DayFigures.Counts> counts) {
        if (record.topic().equals(Topics.PROGRESS)) {
            Progress progress = Progress.fromJson(record.value());
            asOf.put(progress.partition(), progress.asOf());
        } else if (record.value() != null && record.key()[record.key().length - 1] != FIVE_MINUTES) {
            TallyRow row = TallyRow.JSON.read(record.value());
            // the text of its key is the cell
            counts.put(
                    new String(record.key(), StandardCharsets.UTF_8),
                    new DayFigures.Counts(row.onTime(), row.late(), row.lateOpen()));
        }
    }

    /** Waits until everything is judged as of an instant after the last event. */
    private void awaitNow(FigureTopics topics) {
        Instant now = Clock.systemUTC().instant();
        while (asOf.size() < partitions || asOf.values().stream().anyMatch(now::isAfter)) {
            topics.poll();
        }
    }
}
