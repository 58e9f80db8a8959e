package id.tepati.rules.clock;

import id.tepati.rules.event.CaseEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Drives the clocks of the tickets of one case. Each service day is a ticket of its own: nothing waits into tomorrow.
 * An event of a day belongs to the visit of the latest issue before it that began one. Confined to one call.
 */
final class TicketWalk {
    private static final Comparator<RunBuilder> ORDER =
            Comparator.comparing(RunBuilder::clock).thenComparing(RunBuilder::stage);

    private final TicketRegime.Source regimes;
    private final SortedMap<LocalDate, Deque<TicketVisit>> days = new TreeMap<>();

    private record ClockAndStage(ClockKind clock, String stage) {}

    TicketWalk(TicketRegime.Source regimes) {
        this.regimes = regimes;
    }

    /** Lets an event take effect at an instant; answers the clocks whose course it changed. */
    List<ClockKind> follow(CaseEvent event, Instant at) {
        LocalDate serviceDay =
                event.serviceDay().orElseThrow(() -> new IllegalArgumentException("a ticket without a service day"));
        Deque<TicketVisit> visits = days.computeIfAbsent(serviceDay, absent -> new ArrayDeque<>());
        Set<ClockKind> moved = EnumSet.noneOf(ClockKind.class);
        if (visits.isEmpty()) {
            visits.add(begin(serviceDay, event, at));
        } else if (visits.getLast().isFollowedBy(event, at)) {
            moved.addAll(visits.getLast().giveWay(event, at));
            visits.add(begin(serviceDay, event, at));
        }
        moved.addAll(visits.getLast().follow(event, at));
        return List.copyOf(moved);
    }

    private TicketVisit begin(LocalDate serviceDay, CaseEvent first, Instant at) {
        return new TicketVisit(serviceDay, regimes.at(RunBuilder.serviceOf(first), at));
    }

    /** Lets time pass up to an instant; answers the first later one at which something happens without an event. */
    Optional<Instant> passTo(Instant asOf) {
        return days.values().stream()
                .flatMap(Deque::stream)
                .flatMap(visit -> visit.passTo(asOf).stream())
                .min(Comparator.naturalOrder());
    }

    /** Every cycle so far, in order of clock, stage and cycle. */
    List<ClockRun> runs() {
        List<RunBuilder> all = new ArrayList<>();
        days.values().forEach(visits -> visits.forEach(visit -> all.addAll(visit.runs())));
        all.sort(ORDER);
        Map<ClockAndStage, Integer> cycles = new HashMap<>();
        return all.stream()
                .map(run -> run.build(
                        cycles.merge(new ClockAndStage(run.clock(), run.stage().value()), 1, Integer::sum)))
                .toList();
    }
}
