package id.tepati.pipeline.settle;

import id.tepati.contract.output.OutputKey;
import id.tepati.contract.output.Restatement;
import id.tepati.contract.output.Restatement.Counts;
import id.tepati.contract.output.RestatementCause;
import id.tepati.pipeline.node.NodeNames;
import id.tepati.pipeline.node.Outbox;
import id.tepati.pipeline.state.RestatementTotals;
import id.tepati.pipeline.state.RestatementTotals.Line;
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

    private final DayStore days;
    private final TallyLedger tallies;
    private final Outbox outbox;

    /** A log in the given store. */
    public RestatementLog(Section section, TallyLedger tallies, Outbox outbox) {
        this.days = new DayStore(section);
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
    public record Finding(UnitId unit, List<LocalDate> touched, LoadBatch batch, List<LineChange> lines) {
        private static Finding of(Step step, SortedMap<Slot, Counts> changes, LoadBatch batch, List<LineChange> lines) {
            List<LocalDate> touched = changes.keySet().stream()
                    .map(RestatementLog::day)
                    .distinct()
                    .toList();
            return new Finding(step.key().unit(), touched, batch, lines);
        }
    }

    /**
     * Finds what a record comes to.
     *
     * @param byTimeAlone what the case would contribute by then without the record; asked only if it matters
     */
    public Finding ofRecord(Step step, CausingRecord record, Catalogue catalogue, Supplier<Contribution> byTimeAlone) {
        SortedMap<Slot, Counts> changes = step.changes();
        List<LineChange> lines = new ArrayList<>();
        if (changes.keySet().stream().anyMatch(slot -> isRestated(step, slot, record, catalogue))) {
            Contribution between = byTimeAlone.get();
            lines.addAll(byPublication(step.to(between), catalogue));
            step.from(between).changes().forEach((slot, delta) -> {
                if (isRestated(step, slot, record, catalogue)) {
                    Counts lead = Counts.of(between.at(slot))
                            .minus(Counts.of(step.before().at(slot)));
                    lines.add(lineChange(step.key(), slot, record.cause(), record.learned(), catalogue, lead, delta));
                }
            });
        }
        return Finding.of(step, changes, record.batch(), lines);
    }

    /** Finds what time and publications come to. */
    public Finding ofTime(Step step, Catalogue catalogue) {
        SortedMap<Slot, Counts> changes = step.changes();
        LoadBatch batch = changes.isEmpty() ? LoadBatch.NONE : batchOfFirstDay(step);
        return Finding.of(step, changes, batch, byPublication(step, catalogue));
    }

    /** Days that time fills are filled by whoever filled the day with which the case begins. */
    private LoadBatch batchOfFirstDay(Step step) {
        return step.before().parts().keySet().stream()
                .filter(slot -> slot.bucket() instanceof Bucket.Day)
                .map(RestatementLog::day)
                .min(Comparator.naturalOrder())
                .flatMap(day -> days.firstBatch(step.key().unit(), day))
                .orElse(LoadBatch.NONE);
    }

    private boolean isRestated(Step step, Slot slot, CausingRecord record, Catalogue catalogue) {
        UnitId unit = step.key().unit();
        KnownTerms known = catalogue.history(unit, slot.service()).at(record.learned());
        return Settling.isSettled(day(slot), known, record.learned())
                && !record.batch().completes(days.firstBatch(unit, day(slot)).orElse(record.batch()));
    }

    /**
     * What time brings belongs to the day on which it comes. So if anything changes of a day that was over before, a
     * publication brought it; the day had settled if it had by what was known until then.
     */
    private static List<LineChange> byPublication(Step step, Catalogue catalogue) {
        List<LineChange> lines = new ArrayList<>();
        step.changes().forEach((slot, delta) -> {
            TermsHistory history = catalogue.history(step.key().unit(), slot.service());
            List<Instant> publications = history.publications(step.since(), step.at());
            if (!publications.isEmpty()) {
                Instant learned = publications.get(publications.size() - 1);
                KnownTerms known = history.at(step.since());
                LocalDate ended = dateOf(step.endedBy(learned), known);
                if (ended.isAfter(day(slot)) && Settling.isSettled(day(slot), known, learned)) {
                    lines.add(lineChange(
                            step.key(), slot, RestatementCause.CATALOGUE, learned, catalogue, Counts.ZERO, delta));
                }
            }
        });
        return lines;
    }

    private static LineChange lineChange(
            CaseKey key,
            Slot slot,
            RestatementCause cause,
            Instant learned,
            Catalogue catalogue,
            Counts lead,
            Counts delta) {
        LocalDate learnedDay =
                dateOf(learned, catalogue.history(key.unit(), slot.service()).at(learned));
        return new LineChange(key, day(slot), slot, cause, learned, learnedDay, lead, delta);
    }

    private static LocalDate dateOf(Instant instant, KnownTerms known) {
        return known.inForceAt(instant).calendar().dateOf(instant);
    }

    private static LocalDate day(Slot slot) {
        return ((Bucket.Day) slot.bucket()).date();
    }

    /** Writes what was found, just before the tallies change. */
    public void write(Finding finding) {
        finding.touched().forEach(day -> days.fill(finding.unit(), day, finding.batch()));
        finding.lines().stream()
                .collect(Collectors.groupingBy(
                        LineChange::restatement, () -> new TreeMap<>(AS_TEXT), Collectors.toList()))
                .forEach(this::gather);
    }

    private void gather(OutputKey.OfRestatement key, List<LineChange> lines) {
        LineChange first = lines.get(0);
        Optional<RestatementTotals> known = days.gathering(key);
        RestatementTotals gathering = known.orElseGet(() -> RestatementTotals.begunAt(first.learned()));
        for (LineChange change : lines) {
            Slot slot = change.slot();
            Counts met = Counts.of(tallies.at(change.key().unit(), slot)).plus(change.lead());
            Line line = new Line(slot.service().value(), slot.promise().value());
            gathering = gathering.with(line, met, change.delta(), change.learned());
        }
        if (days.mark(key, first.key().id())) {
            gathering = gathering.withCase();
        }
        days.put(key, gathering);
        outbox.send(NodeNames.RESTATEMENTS_OUT, key, Restatement.JSON.write(row(first, gathering)));
    }

    private static Restatement row(LineChange change, RestatementTotals gathering) {
        return new Restatement(
                Restatement.VERSION,
                change.key().unit().value(),
                change.day(),
                change.cause().wireName(),
                change.learnedDay(),
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
