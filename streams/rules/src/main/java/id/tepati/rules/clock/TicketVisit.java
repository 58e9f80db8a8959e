package id.tepati.rules.clock;

import static id.tepati.rules.clock.QueueStage.isOpen;

import id.tepati.rules.ServiceId;
import id.tepati.rules.Stage;
import id.tepati.rules.Times;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.EventType;
import id.tepati.rules.event.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A visit with a ticket on its service day: follows its events in order of effect and lets time pass between them. A
 * wait begins by itself when the appointment comes or the stage before ends, and everything ends with the day, or with
 * the issue of the same ticket that begins another visit. Confined to one call.
 */
final class TicketVisit {
    private final LocalDate serviceDay;
    private final TicketRegime regime;
    private final Instant end;
    private final Map<Stage, QueueStage> stages = new LinkedHashMap<>();
    private final List<RunBuilder> runs = new ArrayList<>();
    private boolean booked;
    private boolean over;
    /** Whether the citizen did not come, or went away, and was not sent into a queue since. */
    private boolean left;

    private @Nullable Instant appointment;
    /** When it was first known that the citizen is there; only then an issue counts where something was booked. */
    private @Nullable Instant presentAt;

    private @Nullable RunBuilder visit;
    private @Nullable Instant lastServedAt;
    private @Nullable CaseEvent lastServed;

    TicketVisit(LocalDate serviceDay, TicketRegime regime) {
        this.serviceDay = serviceDay;
        this.regime = regime;
        this.end = regime.endOf(serviceDay);
    }

    List<RunBuilder> runs() {
        return runs;
    }

    /** Lets time pass up to an instant; answers when next something happens without an event. */
    Optional<Instant> passTo(Instant now) {
        if (over) {
            return Optional.empty();
        }
        beginWaits(now);
        if (!now.isBefore(end)) {
            endAll(new ClockEnd(end, ClockEnd.Manner.DAY_OVER, null));
            return Optional.empty();
        }
        Instant nextWait = end;
        for (QueueStage stage : stages.values()) {
            Instant from = waitFrom(stage).orElse(end);
            if (from.isAfter(now) && from.isBefore(nextWait)) {
                nextWait = from;
            }
        }
        boolean goesOn = nextWait.isBefore(end) || runs.stream().anyMatch(RunBuilder::isOpen);
        return goesOn ? Optional.of(nextWait) : Optional.empty();
    }

    /**
     * Whether an event begins another visit: an issue, while nobody waits with the ticket, after the last stage or the
     * leaving; also after a call to the last stage, as some counters never send the end of a service, if the ticket was
     * issued for the same stage before.
     */
    boolean isFollowedBy(CaseEvent event, Instant at) {
        passTo(at);
        boolean awaited = stages.values().stream().anyMatch(QueueStage::isAwaited);
        if (over || awaited || event.type() != EventType.TICKET_ISSUED) {
            return false;
        }
        QueueStage here = stages.get(event.stage());
        QueueStage last = stages.get(lastStage());
        boolean again = here != null && here.issued;
        return left || (last != null && (last.isClosed() || (last.called && again)));
    }

    /** Ends what still runs, as the ticket is another visit's from now on; answers the clocks that this changed. */
    Set<ClockKind> giveWay(CaseEvent issue, Instant at) {
        Set<ClockKind> moved = EnumSet.noneOf(ClockKind.class);
        runs.stream().filter(RunBuilder::isOpen).map(RunBuilder::clock).forEach(moved::add);
        endAll(ClockEnd.fellAway(at, issue));
        return moved;
    }

    /** Lets an event take effect; answers the clocks whose course it changed. */
    Set<ClockKind> follow(CaseEvent event, Instant at) {
        passTo(at);
        Set<ClockKind> moved = EnumSet.noneOf(ClockKind.class);
        if (over) {
            return moved;
        }
        QueueStage stage = stages.computeIfAbsent(event.stage(), QueueStage::new);
        switch (event.type()) {
            case TICKET_BOOKED -> {
                booked = true;
                appoint(event);
            }
            case TICKET_CHECKED_IN -> checkIn(stage, event, at, moved);
            case TICKET_ISSUED -> issue(stage, event, at, moved);
            case TICKET_CALLED -> call(stage, event, at, moved);
            case TICKET_PARKED -> park(stage, at, moved);
            case TICKET_REQUEUED -> requeue(stage, event, at, moved);
            case TICKET_TRANSFERRED -> transfer(stage, event, at, moved);
            case TICKET_SERVED -> serve(stage, event, at, moved);
            case TICKET_NO_SHOW, TICKET_ABANDONED -> leave(event, at, moved);
            default -> {} // a repeated call changes no clock
        }
        return moved;
    }

    private void appoint(CaseEvent event) {
        appointment = event.appointment().orElse(appointment);
    }

    private void checkIn(QueueStage stage, CaseEvent event, Instant at, Set<ClockKind> moved) {
        present(at);
        boolean known = stage.arrival != null && stage.arrival.type() == EventType.TICKET_CHECKED_IN;
        if (known || stage.waited) {
            return;
        }
        if (stage.waiting != null) {
            forget(stage.waiting);
            stage.waiting = null;
        }
        arrive(stage, event, at, moved);
    }

    /** A wait that began before the citizen was there, as it turns out. */
    private void forget(RunBuilder wait) {
        runs.removeIf(run -> run == wait);
        if (visit != null && visit.startedBy().equals(wait.startedBy())) {
            Optional<RunBuilder> first = runs.stream()
                    .filter(run -> run.clock() == ClockKind.WAITING)
                    .min(Comparator.comparing(RunBuilder::start));
            runs.removeIf(run -> run == visit);
            RunBuilder former = visit;
            visit = null;
            first.ifPresent(other -> beginVisit(other.startedBy(), other.start(), former));
        }
    }

    private void issue(QueueStage stage, CaseEvent event, Instant at, Set<ClockKind> moved) {
        appoint(event);
        stage.issued = true;
        if (stage.arrival != null || stage.waited) {
            return;
        }
        arrive(stage, event, at, moved);
    }

    private void arrive(QueueStage stage, CaseEvent event, Instant at, Set<ClockKind> moved) {
        stage.arrival = event;
        stage.arrivedAt = at;
        moved.add(ClockKind.WAITING);
        if (visit == null) {
            moved.add(ClockKind.VISIT);
        }
        beginWaits(at);
    }

    private void present(Instant at) {
        if (presentAt == null) {
            presentAt = at;
        }
    }

    private void call(QueueStage stage, CaseEvent event, Instant at, Set<ClockKind> moved) {
        present(at);
        beginWaits(at);
        if (stage.isClosed()) {
            return;
        }
        if (stage.waiting == null && !stage.waited) {
            beginWait(stage, stage.arrival != null ? stage.arrival : event, calledWaitFrom(stage, at), moved);
        }
        finish(stage.waiting, ClockEnd.done(at, event), moved);
        finish(stage.reWaiting, ClockEnd.done(at, event), moved);
        if (stage.serving != null && stage.serving.isOpen()) {
            note(stage.serving.resume(at), stage.serving, moved);
        } else if (!stage.called) {
            stage.serving = begin(ClockKind.SERVING, stage.stage, event, RunBuilder.serviceOf(event), at);
            moved.add(ClockKind.SERVING);
        }
        stage.called = true;
        stage.waited = true;
    }

    /**
     * From when somebody waited whose wait shows only at the call: from the appointment where nothing came but a
     * booking, from the last end of service where the stage was never issued; a call before its time is no wait.
     */
    private Instant calledWaitFrom(QueueStage stage, Instant called) {
        Instant cameAt = lastServedAt == null && booked ? appointment : lastServedAt;
        if (stage.arrival != null || cameAt == null) {
            return called;
        }
        return notBefore(stage, cameAt).filter(from -> from.isBefore(called)).orElse(called);
    }

    private void park(QueueStage stage, Instant at, Set<ClockKind> moved) {
        if (stage.serving != null && stage.serving.isOpen()) {
            note(stage.serving.pause(at), stage.serving, moved);
        }
    }

    private void requeue(QueueStage stage, CaseEvent event, Instant at, Set<ClockKind> moved) {
        if (stage.isStillWaiting()) {
            return;
        }
        if (stage.serving != null && !stage.serving.isPaused()) {
            finish(stage.serving, ClockEnd.fellAway(at, event), moved);
        }
        waitAgain(stage, event, RunBuilder.serviceOf(event), at, moved);
    }

    private void transfer(QueueStage stage, CaseEvent event, Instant at, Set<ClockKind> moved) {
        if (stage.isStillWaiting()) {
            return;
        }
        finish(stage.serving, ClockEnd.fellAway(at, event), moved);
        ServiceId to = event.details().get(Field.TO_SERVICE).map(ServiceId::new).orElse(RunBuilder.serviceOf(event));
        waitAgain(stage, event, to, at, moved);
    }

    private void waitAgain(QueueStage stage, CaseEvent event, ServiceId service, Instant at, Set<ClockKind> moved) {
        left = false;
        stage.closedAt = null;
        stage.called = false;
        stage.waited = true;
        if (!isOpen(stage.reWaiting)) {
            stage.reWaiting = begin(ClockKind.RE_WAITING, stage.stage, event, service, at);
            moved.add(ClockKind.RE_WAITING);
        }
    }

    private void serve(QueueStage stage, CaseEvent event, Instant at, Set<ClockKind> moved) {
        if (stage.isClosed()) {
            return;
        }
        finish(stage.serving, ClockEnd.done(at, event), moved);
        close(stage, event, at, moved);
        lastServedAt = at;
        lastServed = event;
        if (stage.stage.equals(lastStage())) {
            finish(visit, ClockEnd.done(at, event), moved);
        }
        beginWaits(at);
    }

    private Stage lastStage() {
        List<Stage> all = regime.stages();
        return all.isEmpty() ? Stage.MAIN : all.get(all.size() - 1);
    }

    private void leave(CaseEvent event, Instant at, Set<ClockKind> moved) {
        left = true;
        for (QueueStage stage : stages.values()) {
            if (!stage.isClosed()) {
                finish(stage.serving, ClockEnd.fellAway(at, event), moved);
                close(stage, event, at, moved);
            }
        }
        finish(visit, ClockEnd.fellAway(at, event), moved);
    }

    private void close(QueueStage stage, CaseEvent event, Instant at, Set<ClockKind> moved) {
        finish(stage.waiting, ClockEnd.fellAway(at, event), moved);
        finish(stage.reWaiting, ClockEnd.fellAway(at, event), moved);
        stage.closedAt = at;
        stage.waited = true;
    }

    /** Begins the waits whose time has come, the earliest first: the first of all begins the visit. */
    private void beginWaits(Instant now) {
        for (QueueStage next = nextToWait(now); next != null; next = nextToWait(now)) {
            CaseEvent arrival = Objects.requireNonNull(next.arrival);
            beginWait(next, arrival, waitFrom(next).orElseThrow(), EnumSet.noneOf(ClockKind.class));
        }
    }

    private @Nullable QueueStage nextToWait(Instant now) {
        QueueStage next = null;
        Instant earliest = now;
        for (QueueStage stage : stages.values()) {
            Instant from = waitFrom(stage).orElse(end);
            if (from.isBefore(end) && (next == null ? !from.isAfter(now) : from.isBefore(earliest))) {
                next = stage;
                earliest = from;
            }
        }
        return next;
    }

    private void beginWait(QueueStage stage, CaseEvent by, Instant from, Set<ClockKind> moved) {
        ServiceId service = RunBuilder.serviceOf(by);
        stage.waiting = begin(ClockKind.WAITING, stage.stage, by, service, from);
        if (visit == null || from.isBefore(visit.start())) {
            beginVisit(by, from, visit);
            moved.add(ClockKind.VISIT);
        }
    }

    /** Begins the visit with the first wait, instead of a former one where another wait turns out to be the first. */
    private void beginVisit(CaseEvent by, Instant from, @Nullable RunBuilder former) {
        runs.removeIf(run -> run == former);
        RunBuilder begun = begin(ClockKind.VISIT, Stage.MAIN, by, RunBuilder.serviceOf(by), from);
        if (former != null) {
            former.ending().filter(ending -> !ending.at().isBefore(from)).ifPresent(begun::end);
        }
        visit = begun;
    }

    /** From when the citizen waits in a stage; empty where that is not known yet, or the wait has been. */
    private Optional<Instant> waitFrom(QueueStage stage) {
        CaseEvent arrival = stage.arrival;
        if (arrival == null || stage.arrivedAt == null || stage.waiting != null || stage.waited) {
            return Optional.empty();
        }
        Instant from = stage.arrivedAt;
        if (booked && arrival.type() == EventType.TICKET_ISSUED) {
            if (presentAt == null) {
                return Optional.empty();
            }
            from = Times.later(from, presentAt);
        }
        return notBefore(stage, from);
    }

    /** Puts a start off to the appointment and the end of the stages before; empty while one of those goes on. */
    private Optional<Instant> notBefore(QueueStage stage, Instant cameAt) {
        Instant from = cameAt;
        for (QueueStage before : stagesBefore(stage)) {
            if (before.closedAt == null) {
                return Optional.empty();
            }
            from = Times.later(from, before.closedAt);
        }
        return Optional.of(appointment == null ? from : Times.later(from, appointment));
    }

    /** The earlier stages of the service through which the ticket goes, as far as is known. */
    private List<QueueStage> stagesBefore(QueueStage stage) {
        int place = regime.stages().indexOf(stage.stage);
        return place <= 0
                ? List.of()
                : regime.stages().subList(0, place).stream()
                        .map(stages::get)
                        .filter(Objects::nonNull)
                        .toList();
    }

    /** Ends every run; the visit at the last end of a service in it, where there was one. */
    private void endAll(ClockEnd how) {
        over = true;
        for (RunBuilder run : runs) {
            boolean wasServed =
                    run.clock() == ClockKind.VISIT && lastServedAt != null && !lastServedAt.isBefore(run.start());
            if (run.isOpen()) {
                run.end(
                        wasServed
                                ? ClockEnd.done(
                                        Objects.requireNonNull(lastServedAt), Objects.requireNonNull(lastServed))
                                : how);
            }
        }
    }

    private RunBuilder begin(ClockKind clock, Stage stage, CaseEvent by, ServiceId service, Instant from) {
        RunBuilder run = new RunBuilder(clock, stage, by, service, from, serviceDay);
        runs.add(run);
        return run;
    }

    private static void finish(@Nullable RunBuilder run, ClockEnd how, Set<ClockKind> moved) {
        if (run != null && run.isOpen()) {
            note(run.end(how), run, moved);
        }
    }

    private static void note(boolean changed, RunBuilder run, Set<ClockKind> moved) {
        if (changed) {
            moved.add(run.clock());
        }
    }
}
