package id.tepati.rules.oracle;

import id.tepati.rules.Published;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.calendar.Calendar;
import id.tepati.rules.catalogue.PromiseName;
import id.tepati.rules.catalogue.Service;
import id.tepati.rules.catalogue.Standard;
import id.tepati.rules.catalogue.Unit;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.EventFamily;
import id.tepati.rules.judge.Outcome;
import id.tepati.rules.oracle.OracleEvents.Step;
import id.tepati.rules.statistics.Distribution;
import id.tepati.rules.tally.Bucket;
import id.tepati.rules.tally.Slot;
import id.tepati.rules.tally.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The naive answer to everything that the judge and the tallies say. Slow: works everything out anew at each
 * question.
 */
public record Oracle(
        List<Published<Unit>> units,
        List<Published<Service>> services,
        List<Published<Standard>> standards,
        List<Published<Calendar>> calendars) {

    /** Every cycle of every clock of a case, by family, clock and number, from events in any order. */
    public List<OracleCycle> judge(UnitId unit, List<CaseEvent> received, Instant asOf) {
        List<CaseEvent> counting = OracleEvents.counting(received);
        List<OracleCycle> cycles = tickets(unit, counting, asOf);
        for (EventFamily family : List.of(EventFamily.APPLICATION, EventFamily.COMPLAINT)) {
            List<Step> steps = OracleEvents.steps(counting, family, asOf);
            if (steps.isEmpty()) {
                continue;
            }
            for (OracleClock clock : OracleReplay.replay(steps)) {
                cycles.add(new OracleJudge(terms(unit, clock.service), clock, steps, asOf).judge());
            }
        }
        return cycles;
    }

    private List<OracleCycle> tickets(UnitId unit, List<CaseEvent> counting, Instant asOf) {
        List<OracleClock> clocks = new ArrayList<>();
        List<OracleCycle> cycles = new ArrayList<>();
        OracleEvents.ticketSteps(counting, asOf).forEach((serviceDay, ofDay) -> {
            List<Step> steps = ofDay;
            while (!steps.isEmpty()) {
                OracleDay visit = visit(unit, serviceDay, steps, asOf, clocks);
                List<OracleClock> ofVisit = visit.clocks();
                clocks.addAll(ofVisit);
                for (OracleClock clock : ofVisit) {
                    cycles.add(new OracleJudge(terms(unit, clock.service), clock, ofDay, asOf).judge());
                }
                steps = steps.subList(visit.nextVisit(), steps.size());
            }
        });
        return cycles;
    }

    private OracleDay visit(
            UnitId unit, LocalDate serviceDay, List<Step> steps, Instant asOf, List<OracleClock> earlier) {
        Instant opened = steps.get(0).at();
        OracleTerms terms = terms(unit, steps.get(0).event().service());
        return new OracleDay(serviceDay, terms.dayEnd(serviceDay, opened), terms.stages(opened), steps, asOf, earlier);
    }

    private OracleTerms terms(UnitId unit, ServiceId service) {
        return new OracleTerms(unit, service, units, services, standards, calendars);
    }

    /** What one case adds to the tallies of its unit; five-minute buckets whether or not still kept. */
    public SortedMap<Slot, Tally> contribution(UnitId unit, List<CaseEvent> received, Instant asOf) {
        SortedMap<Slot, Tally> sums = new TreeMap<>();
        for (OracleCycle cycle : judge(unit, received, asOf)) {
            if (cycle.outcome() != Outcome.UNNAMED) {
                count(sums, cycle);
            }
        }
        sums.values().removeIf(Tally::isZero);
        return sums;
    }

    /** The tallies of a unit from all of its cases. */
    public SortedMap<Slot, Tally> tallies(UnitId unit, Collection<List<CaseEvent>> cases, Instant asOf) {
        SortedMap<Slot, Tally> sums = new TreeMap<>();
        for (List<CaseEvent> events : cases) {
            contribution(unit, events, asOf).forEach((slot, tally) -> sums.merge(slot, tally, Tally::plus));
        }
        return sums;
    }

    private static void count(SortedMap<Slot, Tally> sums, OracleCycle c) {
        boolean noPromise = c.outcome() == Outcome.NO_PROMISE;
        add(sums, c, c.startDay(), c.start(), counts(1, noPromise ? 1 : 0, 0, 0, 0, 0, 0));
        if (c.verdictAt() != null) {
            boolean late = c.outcome() == Outcome.LATE;
            Tally verdict = counts(
                    0,
                    0,
                    c.outcome() == Outcome.ON_TIME ? 1 : 0,
                    late ? 1 : 0,
                    late && c.open() ? 1 : 0,
                    c.outcome() == Outcome.CANCELLED ? 1 : 0,
                    c.outcome() == Outcome.UNSERVED ? 1 : 0);
            add(sums, c, c.verdictDay(), c.countedAt(), verdict);
        }
        if (c.stoppedAt() != null) {
            Distribution used = c.used() == null ? Distribution.EMPTY : Distribution.EMPTY.plus(c.used());
            Distribution duration = Distribution.EMPTY.plus(c.durationSeconds());
            add(sums, c, c.stopDay(), c.stoppedAt(), new Tally(0, 0, 0, 0, 0, 0, 0, duration, used));
        }
    }

    private static Tally counts(
            long opened, long noPromise, long onTime, long late, long lateOpen, long cancelled, long unserved) {
        return new Tally(
                opened, noPromise, onTime, late, lateOpen, cancelled, unserved, Distribution.EMPTY, Distribution.EMPTY);
    }

    private static void add(SortedMap<Slot, Tally> sums, OracleCycle cycle, LocalDate day, Instant at, Tally tally) {
        PromiseName promise = PromiseName.of(cycle.clock(), cycle.stage());
        sums.merge(new Slot(cycle.service(), promise, new Bucket.Day(day)), tally, Tally::plus);
        sums.merge(new Slot(cycle.service(), promise, Bucket.FiveMinutes.of(at)), tally, Tally::plus);
    }
}
