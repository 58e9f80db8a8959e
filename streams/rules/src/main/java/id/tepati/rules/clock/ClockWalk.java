package id.tepati.rules.clock;

import id.tepati.rules.clock.ClockTable.Effect;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.Details;
import id.tepati.rules.event.EventFamily;
import id.tepati.rules.event.EventType;
import id.tepati.rules.event.Field;
import id.tepati.rules.event.PromisedAt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Drives the clocks of files and complaints by the events of their case, one after the other, by {@link ClockTable}.
 * Confined to one call.
 */
final class ClockWalk {
    private static final Set<String> CANCELLING_OUTCOMES = Set.of("withdrawn", "duplicate");

    private final Map<ClockKind, List<RunBuilder>> cycles = new EnumMap<>(ClockKind.class);
    private final Set<EventFamily> ended = EnumSet.noneOf(EventFamily.class);
    private boolean everAccepted;
    private Optional<PromisedAt> firstSubmissionPromise = Optional.empty();

    /** Lets an event take effect at an instant; answers the clocks whose course it changed. */
    List<ClockKind> follow(CaseEvent event, Instant at) {
        remember(event);
        List<ClockKind> moved = new ArrayList<>(2);
        for (Effect effect : ClockTable.effectsOf(event.type())) {
            if (apply(effect, event, at)) {
                moved.add(effect.clock());
            }
        }
        if (event.type().isTerminal()) {
            ended.add(event.type().family());
        } else if (event.type().reopens()) {
            ended.remove(event.type().family());
        }
        return List.copyOf(moved);
    }

    private void remember(CaseEvent event) {
        if (event.type() == EventType.APPLICATION_ACCEPTED) {
            everAccepted = true;
        } else if (event.type() == EventType.APPLICATION_SUBMITTED && firstSubmissionPromise.isEmpty()) {
            firstSubmissionPromise = event.details().promisedAt();
        }
    }

    private boolean apply(Effect effect, CaseEvent event, Instant at) {
        ClockKind clock = effect.clock();
        Optional<RunBuilder> current = current(clock);
        return switch (effect.action()) {
            case START -> current.isEmpty() && start(clock, event, at);
            case START_UNLESS_ACCEPTED -> !everAccepted && !isOpen(current) && start(clock, event, at);
            case START_OR_RESUME ->
                current.isEmpty() ? start(clock, event, at) : current.get().resume(at);
            case STOP -> isOpen(current) && current.get().end(ClockEnd.done(at, event));
            case STOP_IF_FINAL ->
                event.details().is(Field.FINAL)
                        && isOpen(current)
                        && current.get().end(ClockEnd.done(at, event));
            case STOP_OR_CANCEL ->
                isOpen(current)
                        && current.get()
                                .end(
                                        isCancelling(event.details())
                                                ? ClockEnd.fellAway(at, event)
                                                : ClockEnd.done(at, event));
            case PAUSE -> isOpen(current) && current.get().pause(at);
            case RESUME -> isOpen(current) && current.get().resume(at);
            case CANCEL -> isOpen(current) && current.get().end(ClockEnd.fellAway(at, event));
            case REOPEN -> current.isPresent() && current.get().reopen(at);
        };
    }

    private boolean start(ClockKind clock, CaseEvent event, Instant at) {
        if (ended.contains(clock.family())) {
            return false;
        }
        List<RunBuilder> runs = cycles.computeIfAbsent(clock, absent -> new ArrayList<>());
        Optional<PromisedAt> own = event.details().promisedAt();
        Optional<PromisedAt> other =
                clock.family() == EventFamily.APPLICATION ? firstSubmissionPromise : Optional.empty();
        PromisedAt promisedAt = own.or(() -> other).orElse(null);
        runs.add(new RunBuilder(clock, event, at, promisedAt));
        return true;
    }

    private static boolean isCancelling(Details details) {
        return details.get(Field.OUTCOME).filter(CANCELLING_OUTCOMES::contains).isPresent();
    }

    private Optional<RunBuilder> current(ClockKind clock) {
        List<RunBuilder> runs = cycles.get(clock);
        return runs == null ? Optional.empty() : Optional.of(runs.get(runs.size() - 1));
    }

    private static boolean isOpen(Optional<RunBuilder> run) {
        return run.isPresent() && run.get().isOpen();
    }

    /** Every cycle so far, in order of clock and cycle. */
    List<ClockRun> runs() {
        List<ClockRun> runs = new ArrayList<>();
        for (List<RunBuilder> ofClock : cycles.values()) {
            int cycle = 0;
            for (RunBuilder run : ofClock) {
                runs.add(run.build(++cycle));
            }
        }
        return runs;
    }
}
