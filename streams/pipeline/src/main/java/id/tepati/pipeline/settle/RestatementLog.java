package id.tepati.pipeline.settle;

import id.tepati.contract.output.OutputKey;
import id.tepati.contract.output.Restatement;
import id.tepati.contract.output.Restatement.Counts;
import id.tepati.contract.output.RestatementCause;
import id.tepati.pipeline.node.NodeNames;
import id.tepati.pipeline.node.Outbox;
import id.tepati.pipeline.state.Gathering;
import id.tepati.pipeline.state.Gathering.Line;
import id.tepati.pipeline.state.Section;
import id.tepati.pipeline.tally.TallyLedger;
import id.tepati.rules.CaseKey;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.Catalogue;
import id.tepati.rules.catalogue.KnownTerms;
import id.tepati.rules.catalogue.TermsHistory;
import id.tepati.rules.tally.Bucket;
import id.tepati.rules.tally.Contribution;
import id.tepati.rules.tally.Settling;
import id.tepati.rules.tally.Slot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Logs what changes of days that have settled (docs/adr/0010). It reads tallies and never changes one. What a change
 * comes to is found before anything is written; it is written before the tallies are. Confined to a task.
 */
public final class RestatementLog {
    private static final Comparator<OutputKey> AS_TEXT = Comparator.comparing(OutputKey::toString);

    private final DayBook days;
    private final TallyLedger tallies;
    private final Outbox outbox;

    /** A log in the given store. */
    public RestatementLog(Section section, TallyLedger tallies, Outbox outbox) {
        this.days = new DayBook(section);
        this.tallies = tallies;
        this.outbox = outbox;
    }

    /**
     * A change of what a case contributes.
     *
     * @param since the instant at which the case stood as before
     * @param until when time would have changed it without anything else, or null
     * @param at the instant at which it stands as after
     */
    public record Step(
            CaseKey key,
            Contribution before,
            Contribution after,
            Instant since,
            @Nullable Instant until,
            Instant at) {
        private Step to(Contribution other) {
            return new Step(key, before, other, since, until, at);
        }

        private Step from(Contribution other) {
            return new Step(key, other, after, since, until, at);
        }

        /** When it began to be otherwise: by time, or before that by a publication. */
        private Instant endedBy(Instant publication) {
            return until == null || until.isAfter(publication) ? publication : until;
        }

        /** What changes of the counts of days. */
        private SortedMap<Slot, Counts> changes() {
            SortedMap<Slot, Counts> changes = new TreeMap<>();
            after.parts().keySet().forEach(slot -> change(slot, changes));
            before.parts().keySet().forEach(slot -> change(slot, changes));
            return changes;
        }

        private void change(Slot slot, Map<Slot, Counts> changes) {
            if (slot.bucket() instanceof Bucket.Day) {
                Counts delta = Counts.of(after.at(slot)).minus(Counts.of(before.at(slot)));
                if (!delta.equals(Counts.ZERO)) {
                    changes.put(slot, delta);
                }
            }
        }
    }

    /** What a step comes to for the days that it touches. */
    public record Finding(UnitId unit, List<LocalDate> touched, Filler filler, List<Shift> shifts) {
        private static Finding of(Step step, SortedMap<Slot, Counts> changes, Filler filler, List<Shift> shifts) {
            List<LocalDate> touched = changes.keySet().stream()
                    .map(RestatementLog::day)
                    .distinct()
                    .toList();
            return new Finding(step.key().unit(), touched, filler, shifts);
        }
    }

    /**
     * Finds what a record comes to.
     *
     * @param byTimeAlone what the case would contribute by then without the record; asked only if it matters
     */
    public Finding ofRecord(Step step, Occasion occasion, Catalogue catalogue, Supplier<Contribution> byTimeAlone) {
        SortedMap<Slot, Counts> changes = step.changes();
        List<Shift> shifts = new ArrayList<>();
        if (changes.keySet().stream().anyMatch(slot -> isRestated(step, slot, occasion, catalogue))) {
            Contribution between = byTimeAlone.get();
            shifts.addAll(byPublication(step.to(between), catalogue));
            step.from(between).changes().forEach((slot, delta) -> {
                if (isRestated(step, slot, occasion, catalogue)) {
                    Counts lead = Counts.of(between.at(slot))
                            .minus(Counts.of(step.before().at(slot)));
                    shifts.add(shift(step.key(), slot, occasion.cause(), occasion.learned(), catalogue, lead, delta));
                }
            });
        }
        return Finding.of(step, changes, occasion.filler(), shifts);
    }

    /** Finds what time and publications come to. */
    public Finding ofTime(Step step, Catalogue catalogue) {
        SortedMap<Slot, Counts> changes = step.changes();
        Filler filler = changes.isEmpty() ? Filler.LIVE : firstFiller(step);
        return Finding.of(step, changes, filler, byPublication(step, catalogue));
    }

    /** Days that time fills are filled by whoever filled the day with which the case begins. */
    private Filler firstFiller(Step step) {
        return step.before().parts().keySet().stream()
                .filter(slot -> slot.bucket() instanceof Bucket.Day)
                .map(RestatementLog::day)
                .min(Comparator.naturalOrder())
                .flatMap(day -> days.filler(step.key().unit(), day))
                .orElse(Filler.LIVE);
    }

    private boolean isRestated(Step step, Slot slot, Occasion occasion, Catalogue catalogue) {
        UnitId unit = step.key().unit();
        KnownTerms known = catalogue.history(unit, slot.service()).at(occasion.learned());
        return Settling.isSettled(day(slot), known, occasion.learned())
                && !occasion.filler().completes(days.filler(unit, day(slot)).orElse(occasion.filler()));
    }

    /**
     * What time brings belongs to the day on which it comes. So if anything changes of a day that was over before, a
     * publication brought it; the day had settled if it had by what was known until then.
     */
    private static List<Shift> byPublication(Step step, Catalogue catalogue) {
        List<Shift> shifts = new ArrayList<>();
        step.changes().forEach((slot, delta) -> {
            TermsHistory history = catalogue.history(step.key().unit(), slot.service());
            List<Instant> publications = history.publications(step.since(), step.at());
            if (!publications.isEmpty()) {
                Instant learned = publications.get(publications.size() - 1);
                KnownTerms known = history.at(step.since());
                LocalDate ended = dateOf(step.endedBy(learned), known);
                if (ended.isAfter(day(slot)) && Settling.isSettled(day(slot), known, learned)) {
                    shifts.add(shift(
                            step.key(), slot, RestatementCause.CATALOGUE, learned, catalogue, Counts.ZERO, delta));
                }
            }
        });
        return shifts;
    }

    private static Shift shift(
            CaseKey key,
            Slot slot,
            RestatementCause cause,
            Instant learned,
            Catalogue catalogue,
            Counts lead,
            Counts delta) {
        LocalDate learnedDay =
                dateOf(learned, catalogue.history(key.unit(), slot.service()).at(learned));
        return new Shift(key, day(slot), slot, cause, learned, learnedDay, lead, delta);
    }

    private static LocalDate dateOf(Instant instant, KnownTerms known) {
        return known.inForceAt(instant).calendar().dateOf(instant);
    }

    private static LocalDate day(Slot slot) {
        return ((Bucket.Day) slot.bucket()).date();
    }

    /** Writes what was found, just before the tallies change. */
    public void write(Finding finding) {
        finding.touched().forEach(day -> days.fill(finding.unit(), day, finding.filler()));
        finding.shifts().stream()
                .collect(Collectors.groupingBy(Shift::restatement, () -> new TreeMap<>(AS_TEXT), Collectors.toList()))
                .forEach(this::gather);
    }

    private void gather(OutputKey.OfRestatement key, List<Shift> shifts) {
        Shift first = shifts.get(0);
        Optional<Gathering> known = days.gathering(key);
        Gathering gathering = known.orElseGet(() -> Gathering.begunAt(first.learned()));
        for (Shift shift : shifts) {
            Slot slot = shift.slot();
            Counts met = Counts.of(tallies.at(shift.key().unit(), slot)).plus(shift.lead());
            Line line = new Line(slot.service().value(), slot.promise().value());
            gathering = gathering.with(line, met, shift.delta(), shift.learned());
        }
        if (days.mark(key, first.key().id())) {
            gathering = gathering.withCase();
        }
        days.put(key, gathering);
        outbox.send(NodeNames.RESTATEMENTS_OUT, key, Restatement.JSON.write(row(first, gathering)));
    }

    private static Restatement row(Shift shift, Gathering gathering) {
        return new Restatement(
                Restatement.VERSION,
                shift.key().unit().value(),
                shift.day(),
                shift.cause().wireName(),
                shift.learnedDay(),
                gathering.first(),
                gathering.last(),
                gathering.cases(),
                gathering.lines().entrySet().stream()
                        .map(line -> new Restatement.Line(
                                line.getKey().service(),
                                line.getKey().promise(),
                                line.getValue().before(),
                                line.getValue().before().plus(line.getValue().delta())))
                        .toList());
    }
}
