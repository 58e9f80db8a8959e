package id.tepati.importer;

import id.tepati.client.ClientException;
import id.tepati.client.TepatiClient;
import id.tepati.contract.event.ImportBatch;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Imports a file: reads its rows by a mapping, sends their events to the gateway, waits until the pipeline has been
 * through them, and says what changed. Safe to run again at any time, since events are known by their ids.
 */
public final class Importer {
    /** A pipeline that is idle reports at least this often. */
    private static final Duration LOOKS_IDLE = Duration.ofSeconds(10);

    private static final int LONGEST_SOURCE = 38;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd't'HHmmss.SSS'z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final ImportPlan plan;
    private final ImportLimits pace;
    private final Clock clock;
    private final ImportProgress progress;

    private Importer(ImportPlan plan, ImportLimits pace, Clock clock) {
        this.plan = plan;
        this.pace = pace;
        this.clock = clock;
        this.progress = new ImportProgress(plan.progress());
    }

    /** An import by this plan, at the usual pace. */
    public static Importer of(ImportPlan plan) {
        return new Importer(plan, ImportLimits.DEFAULT, Clock.systemUTC());
    }

    static Importer of(ImportPlan plan, ImportLimits pace, Clock clock) {
        return new Importer(plan, pace, clock);
    }

    /**
     * Runs to the end; takes as long as the file and the pipeline need.
     *
     * @throws ImportException where it cannot go on, with the cause and the next step
     */
    public ImportSummary run() {
        Mapping mapping = MappingReader.read(plan.mapping());
        try (RefusalReport report = new RefusalReport(plan.progress(), plan.report())) {
            return plan.dryRun() ? show(mapping, report) : send(mapping, report);
        } catch (ClientException e) {
            throw ImportException.of(e, ImportExit.REFUSED);
        }
    }

    private ImportSummary show(Mapping mapping, RefusalReport report) {
        ImportReader reader = new ImportReader(plan, mapping);
        DryRun dryRun = new DryRun(mapping.source(), plan.progress());
        RowCheck check = new RowCheck(mapping, clock.instant());
        reader.read(check, dryRun::add, bad -> report.add(RefusedRow.of(bad)), progress);
        dryRun.finish();
        new DerivedCatalogue(plan, mapping, reader.unitsAndServices(), progress).show();
        return reader.summary(true, GatewayTotals.NONE, PipelineTotals.NONE);
    }

    private ImportSummary send(Mapping mapping, RefusalReport report) {
        requireFile();
        TepatiClient gateway = new TepatiClient(plan.server(), pace.retries(), plan.credentials());
        gateway.requireAnswer();
        if (plan.deriveCatalogue() || plan.derived() != null) {
            UnitsAndServices named = new ImportReader(plan, mapping).survey();
            new DerivedCatalogue(plan, mapping, named, progress).publish(gateway, pace);
        }
        SourceStatus start = settled(mapping, gateway);
        ImportReader reader = new ImportReader(plan, mapping);
        GatewayTotals delivery = deliver(mapping, gateway, reader, start.now(), report);
        reader.showProgress(progress);
        progress.say("every event is acknowledged; waiting for the pipeline");
        SourceCounts counts = processed(mapping, gateway).counters().minus(start.counters());
        long refused = counts.dead() == 0 ? 0 : refusedByPipeline(mapping, gateway, start.now(), report);
        return reader.summary(false, delivery, counts.withRefused(refused));
    }

    private long refusedByPipeline(Mapping mapping, TepatiClient gateway, Instant start, RefusalReport report) {
        PipelineRefusals refusals = PipelineRefusals.since(start, mapping.source(), gateway);
        if (refusals.count() > 0) {
            progress.say(String.format(
                    Locale.ROOT, "the pipeline refused %,d events; looking for their rows", refusals.count()));
            new ImportReader(plan, mapping).read(new RowCheck(mapping, start), refusals::seek, bad -> {}, progress);
            refusals.report(report);
        }
        return refusals.count();
    }

    private void requireFile() {
        if (!Files.isReadable(plan.file())) {
            throw new ImportException(ImportExit.FILE, "there is no readable file " + plan.file() + "; check the path");
        }
    }

    /** How many events the file gives, so that whoever looks at figures meanwhile can be told how far it is. */
    private long count(Mapping mapping, Instant start) {
        progress.say("counting the events of the file");
        long events = new ImportReader(plan, mapping).count(new RowCheck(mapping, start));
        progress.say(String.format(Locale.ROOT, "sending %,d events", events));
        return events;
    }

    private GatewayTotals deliver(
            Mapping mapping, TepatiClient gateway, ImportReader reader, Instant start, RefusalReport report) {
        ImportBatch batch = batch(mapping.source(), start, count(mapping, start));
        try (BatchSender sender = new BatchSender(gateway, mapping.source(), batch, pace, report)) {
            reader.read(new RowCheck(mapping, start), sender::add, bad -> report.add(RefusedRow.of(bad)), progress);
            sender.finish();
            return sender.delivery();
        }
    }

    /** The name of an import: its source, and when it began by the server's clock. */
    static ImportBatch batch(String source, Instant start, long total) {
        String name = Slugs.of(source, LONGEST_SOURCE) + "." + STAMP.format(start);
        return total == 0 ? new ImportBatch(name) : new ImportBatch(name, total);
    }

    /** The status once earlier work is done, or after a while anyhow: then its rest shows up in our difference. */
    private SourceStatus settled(Mapping mapping, TepatiClient gateway) {
        SourceStatus first = status(mapping, gateway);
        SourceStatus latest = first;
        StatusPoll poll = new StatusPoll(pace.settleBefore(), pace.poll());
        if (!latest.covers(first.now().minus(LOOKS_IDLE))) {
            progress.say("waiting for the pipeline to finish earlier work");
        }
        while (!latest.covers(first.now()) && poll.again()) {
            latest = status(mapping, gateway);
        }
        return latest;
    }

    private SourceStatus processed(Mapping mapping, TepatiClient gateway) {
        SourceStatus latest = status(mapping, gateway);
        Instant acknowledged = latest.now();
        StatusPoll poll = new StatusPoll(pace.waitAfter(), pace.poll());
        while (!latest.covers(acknowledged)) {
            if (!poll.again()) {
                throw standsStill(latest, pace.waitAfter());
            }
            latest = status(mapping, gateway);
        }
        return latest;
    }

    private static SourceStatus status(Mapping mapping, TepatiClient gateway) {
        return SourceStatus.of(gateway.status(), mapping.source());
    }

    private static ImportException standsStill(SourceStatus latest, Duration waited) {
        Instant asOf = latest.asOf();
        return new ImportException(
                ImportExit.NOT_PROCESSED,
                "every event was taken, but after " + waited.toSeconds() + " s the figures "
                        + (asOf == null ? "have not begun" : "still stand at " + asOf)
                        + "; nothing is lost: look at `deploy/tepati status` to see whether the pipeline runs");
    }
}
