package id.tepati.pipeline.judge;

import id.tepati.pipeline.admit.Admitted;
import id.tepati.pipeline.catalogue.PublishedCatalogue;
import id.tepati.pipeline.deadline.AsOf;
import id.tepati.pipeline.deadline.TimerIndex;
import id.tepati.pipeline.node.BeforeCommit;
import id.tepati.pipeline.node.NodeNames;
import id.tepati.pipeline.node.Outbox;
import id.tepati.pipeline.settle.RestatementLog;
import id.tepati.pipeline.state.Section;
import id.tepati.pipeline.tally.TallyLedger;
import id.tepati.rules.CaseKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Judges a case whenever an event of it comes, and again when time passes or the catalogue changes. */
public final class JudgeProcessor implements Processor<CaseKey, Admitted, Object, Object> {
    /** How often a task looks whether something is due. */
    public static final Duration TICK = Duration.ofMillis(100);

    private final PublishedCatalogue catalogue;
    private final AsOf mark;
    private final Collection<String> inputs;
    private int partition;
    private TaskTime time;
    private CaseEventHandler events;
    private DueTimers dues;
    private EditionWalk walk;
    private ProgressReporter progress;

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
        Outbox outbox = new Outbox(context);
        KeyValueStore<Bytes, byte[]> state = context.getStateStore(NodeNames.STATE);
        TimerIndex timers = new TimerIndex(new Section(state, Section.Of.TIMERS));
        TallyLedger tallies = new TallyLedger(new Section(state, Section.Of.TALLIES), timers, outbox);
        NumberClaims numbers = new NumberClaims(new Section(state, Section.Of.NUMBERS));
        CaseStore cases = new CaseStore(new Section(state, Section.Of.CASES), numbers, timers, tallies, outbox);
        RestatementLog restatements = new RestatementLog(new Section(state, Section.Of.DAYS), tallies, outbox);
        TaskMemory memory = new TaskMemory(new Section(state, Section.Of.MARKS));
        partition = context.taskId().partition();
        time = new TaskTime(memory.asOf());
        CaseUpdater updater = new CaseUpdater(cases, restatements, time);
        events = new CaseEventHandler(cases, updater, outbox);
        dues = new DueTimers(timers, tallies, updater, memory, time, catalogue);
        walk = new EditionWalk(cases, updater, memory, catalogue);
        progress = new ProgressReporter(partition, inputs, mark, outbox);
        BeforeCommit beforeCommit = context.getStateStore(NodeNames.BEFORE_COMMIT);
        beforeCommit.call(context, tallies::flush);
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, now -> tick());
    }

    @Override
    public void process(Record<CaseKey, Admitted> record) {
        time.meet(record.value().learned());
        events.handle(record.value());
    }

    private void tick() {
        Instant asOf = mark.asOf(partition);
        time.reach(asOf);
        // a walk may take many turns, and what is due does not wait for it
        boolean fired = dues.fire();
        boolean walked = walk.goOn();
        if (dues.isWaitedFor(mark.wallClock()) || !progress.isQuiet()) {
            mark.refresh();
        }
        if (fired && walked) {
            progress.done(asOf);
        }
    }
}
