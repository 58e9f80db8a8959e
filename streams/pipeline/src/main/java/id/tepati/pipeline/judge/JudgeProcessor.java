package id.tepati.pipeline.judge;

import id.tepati.contract.event.RejectCode;
import id.tepati.contract.output.Progress;
import id.tepati.pipeline.admit.Admitted;
import id.tepati.pipeline.admit.RecordDeadLetters;
import id.tepati.pipeline.catalogue.PublishedCatalogue;
import id.tepati.pipeline.deadline.AsOf;
import id.tepati.pipeline.deadline.TimerIndex;
import id.tepati.pipeline.node.BeforeCommit;
import id.tepati.pipeline.node.NodeNames;
import id.tepati.pipeline.node.Outbox;
import id.tepati.pipeline.node.SourceNote;
import id.tepati.pipeline.node.SourceNote.Fate;
import id.tepati.pipeline.settle.Occasion;
import id.tepati.pipeline.settle.RestatementLog;
import id.tepati.pipeline.state.CaseState;
import id.tepati.pipeline.state.Origin;
import id.tepati.pipeline.state.Section;
import id.tepati.pipeline.tally.TallyLedger;
import id.tepati.rules.CaseKey;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.CaseFile;
import id.tepati.rules.event.CaseFile.Addition;
import id.tepati.rules.event.EventIdentity;
import id.tepati.rules.judge.Judgement;
import id.tepati.rules.tally.Contribution;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges a case whenever an event of it comes, and again when time passes or the catalogue changes. What an event
 * comes to is worked out before the first write, so that an error of ours makes a dead letter and no half-written
 * case.
 */
public final class JudgeProcessor implements Processor<CaseKey, Admitted, Object, Object> {
    /** How often a task looks whether something is due. */
    public static final Duration TICK = Duration.ofMillis(100);

    private static final Duration BUSY_PACE = Duration.ofMillis(100);
    private static final Duration IDLE_PACE = Duration.ofSeconds(5);

    /** Counts of sources change with each record and are wanted less soon. */
    private static final Duration SOURCES_PACE = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(JudgeProcessor.class);

    private final PublishedCatalogue catalogue;
    private final AsOf mark;
    private final Collection<String> inputs;
    private Outbox outbox;
    private CaseBook book;
    private RestatementLog restatements;
    private Sweep sweep;
    private Instant newestRecord = Instant.MIN;
    private int partition;
    private Instant reported = Instant.MIN;
    private Instant sourcesReported = Instant.MIN;

    /**
     * A processor for one task.
     *
     * @param inputs the input topics, for the report of progress
     */
    @SuppressWarnings("NullAway.Init")
    public JudgeProcessor(PublishedCatalogue catalogue, AsOf mark, Collection<String> inputs) {
        this.catalogue = catalogue;
        this.mark = mark;
        this.inputs = List.copyOf(inputs);
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        partition = context.taskId().partition();
        outbox = new Outbox(context);
        KeyValueStore<Bytes, byte[]> state = context.getStateStore(NodeNames.STATE);
        Section cases = new Section(state, Section.Of.CASES);
        TimerIndex timers = new TimerIndex(new Section(state, Section.Of.TIMERS));
        TallyLedger tallies = new TallyLedger(new Section(state, Section.Of.TALLIES), timers, outbox);
        BeforeCommit beforeCommit = context.getStateStore(NodeNames.BEFORE_COMMIT);
        beforeCommit.call(context, tallies::flush);
        NumberClaims numbers = new NumberClaims(new Section(state, Section.Of.NUMBERS));
        book = new CaseBook(cases, numbers, timers, tallies, outbox);
        restatements = new RestatementLog(new Section(state, Section.Of.DAYS), tallies, outbox);
        TaskMemory marks = new TaskMemory(new Section(state, Section.Of.MARKS));
        sweep = new Sweep(cases, timers, tallies, book, restatements, marks, catalogue);
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, now -> tick());
    }

    @Override
    public void process(Record<CaseKey, Admitted> record) {
        Admitted admitted = record.value();
        if (admitted.learned().isAfter(newestRecord)) {
            newestRecord = admitted.learned();
        }
        CaseState before = book.find(admitted.key());
        Addition addition = before.file().add(admitted.event());
        Occasion occasion = Occasion.of(addition, admitted.event(), admitted.learned(), record.headers());
        if (addition instanceof Addition.Added added) {
            take(admitted, occasion, before, added.file());
        } else if (addition instanceof Addition.Replaced replaced) {
            if (take(admitted, occasion, before, replaced.file())) {
                leave(admitted, before, replaced.loser(), RejectCode.ID_CONFLICT);
            }
        } else if (addition instanceof Addition.Overflowed overflowed) {
            if (take(admitted, occasion, before, overflowed.file())) {
                leave(admitted, before, overflowed.dropped(), RejectCode.CASE_TOO_LONG);
            }
        } else if (addition instanceof Addition.Outranked) {
            refuse(admitted, RejectCode.ID_CONFLICT);
        } else if (addition instanceof Addition.TooLong) {
            refuse(admitted, RejectCode.CASE_TOO_LONG);
        } else if (addition instanceof Addition.Duplicate duplicate) {
            repeat(admitted, occasion, before, duplicate.file());
        }
    }

    /** The same event again. Of two copies the one with the larger sequence stays: it settles later conflicts. */
    private void repeat(Admitted admitted, Occasion occasion, CaseState before, CaseFile file) {
        if (file.equals(before.file()) || change(admitted, occasion, before, file)) {
            outbox.tell(admitted.received().as(Fate.DUPLICATE));
        }
    }

    private boolean take(Admitted admitted, Occasion occasion, CaseState before, CaseFile file) {
        boolean taken = change(admitted, occasion, before, file);
        if (taken) {
            outbox.tell(admitted.received().as(Fate.COUNTED));
        }
        return taken;
    }

    /** Judges and writes the case with these events; false where that failed and the record was refused. */
    private boolean change(Admitted admitted, Occasion occasion, CaseState before, CaseFile file) {
        Map<EventIdentity, Origin> origins = new HashMap<>(before.origins());
        origins.put(admitted.event().identity(), admitted.origin());
        TicketAliases households;
        List<CaseBook.Change> changes = new ArrayList<>();
        List<RestatementLog.Finding> findings = new ArrayList<>();
        try {
            households = book.households(admitted.key(), before.file(), file);
            changes.add(judge(admitted, admitted.key(), before, file, origins, households, false));
            for (CaseKey other : households.affected()) {
                CaseState state = book.find(other);
                changes.add(judge(admitted, other, state, state.file(), state.origins(), households, true));
            }
            for (CaseBook.Change change : changes) {
                findings.add(restatements.ofRecord(
                        change.step(),
                        occasion,
                        admitted.edition().catalogue(),
                        () -> withoutRecord(admitted, before, change)));
            }
        } catch (KafkaException e) {
            // the state cannot be read, which is no fault of the event: the thread fails, and nothing of it is lost
            throw e;
        } catch (RuntimeException e) {
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("unit", admitted.key().unit())
                    .addKeyValue("type", admitted.event().type())
                    .log("an event could not be judged; its record is a dead letter now");
            refuse(admitted, RejectCode.INTERNAL_ERROR);
            return false;
        }
        book.write(households);
        for (int i = 0; i < changes.size(); i++) {
            restatements.write(findings.get(i));
            book.write(changes.get(i), sweep.asOf());
        }
        return true;
    }

    /** What a case would contribute by now had the record not come. */
    private Contribution withoutRecord(Admitted admitted, CaseState before, CaseBook.Change change) {
        CaseFile former =
                book.households(admitted.key(), before.file(), before.file()).judged(change.key());
        return Contribution.of(Judgement.of(
                former,
                change.key().unit(),
                admitted.edition().catalogue(),
                change.after().asOf()));
    }

    private CaseBook.Change judge(
            Admitted cause,
            CaseKey key,
            CaseState before,
            CaseFile file,
            Map<EventIdentity, Origin> origins,
            TicketAliases households,
            boolean regrouped) {
        CaseFile judged = households.judged(key);
        return CaseBook.judge(
                key,
                before,
                file,
                origins,
                judged,
                regrouped,
                cause.edition().catalogue(),
                sweep.asOfFor(before, judged, cause.learned()),
                sweep.later(newestRecord));
    }

    private void refuse(Admitted admitted, RejectCode code) {
        outbox.tell(admitted.received().as(Fate.DEAD));
        outbox.send(admitted.refusal().apply(code));
    }

    /** An event that was part of the case has to leave it for the one that came. */
    private void leave(Admitted cause, CaseState before, CaseEvent event, RejectCode code) {
        outbox.tell(new SourceNote.Dropped(cause.key().unit(), event.identity().source(), cause.learned()));
        Origin origin = before.originOf(event);
        outbox.send(RecordDeadLetters.of(RecordDeadLetters.refusal(cause.key().unit(), event, code), origin, null));
    }

    private void tick() {
        Instant asOf = mark.asOf(partition);
        boolean done = sweep.turn(asOf);
        if (sweep.isWaitedFor(mark.wallClock()) || !isQuiet()) {
            mark.refresh();
        }
        if (done && isReportDue(asOf)) {
            report(asOf);
        }
    }

    /** Whether everything that came has been reported as judged. */
    private boolean isQuiet() {
        return reported.isAfter(mark.newestRecord(partition));
    }

    /** Reports soon while something happens, else now and then, so that staleness shows. */
    private boolean isReportDue(Instant asOf) {
        return !asOf.equals(Instant.MIN)
                && (reported.equals(Instant.MIN) || !asOf.isBefore(reported.plus(isQuiet() ? IDLE_PACE : BUSY_PACE)));
    }

    /** Reports the counts of sources now and then, and as soon as everything that came is judged. */
    private boolean areSourcesDue(Instant asOf) {
        return asOf.isAfter(mark.newestRecord(partition)) || !asOf.isBefore(sourcesReported.plus(SOURCES_PACE));
    }

    private void report(Instant asOf) {
        if (areSourcesDue(asOf)) {
            outbox.tell(new SourceNote.Send());
            sourcesReported = asOf;
        }
        Map<String, Long> processed = new TreeMap<>();
        for (String input : inputs) {
            long next = mark.nextOffset(input, partition);
            if (next >= 0) {
                processed.put(input, next);
            }
        }
        Progress progress = new Progress(partition, asOf, processed);
        outbox.send(NodeNames.PROGRESS_OUT, progress.key(), progress.toJson());
        reported = asOf;
    }
}
