package id.tepati.rules.tally;

import id.tepati.rules.catalogue.PromiseName;
import id.tepati.rules.judge.Figures;
import id.tepati.rules.judge.Judgement;
import id.tepati.rules.judge.Outcome;
import id.tepati.rules.judge.Verdict;
import id.tepati.rules.statistics.Distribution;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What one case adds to the tallies of its unit. Before a new contribution is added the former one is taken back, so
 * that figures depend on what is known, not on how it came to be known.
 */
public record Contribution(SortedMap<Slot, Tally> parts) {
    /** A case that counts nowhere. */
    public static final Contribution NONE = new Contribution(new TreeMap<>());

    /** Takes a copy. */
    public Contribution {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /** What a case that stands so adds. */
    public static Contribution of(Judgement judgement) {
        Builder builder = new Builder();
        judgement.verdicts().forEach(builder::add);
        return new Contribution(builder.parts);
    }

    /** The tally that is put into a slot. */
    public Tally at(Slot slot) {
        return Optional.ofNullable(parts.get(slot)).orElse(Tally.ZERO);
    }

    /** The same without certain slots. */
    public Contribution without(Predicate<Slot> unwanted) {
        TreeMap<Slot, Tally> rest = new TreeMap<>(parts);
        rest.keySet().removeIf(unwanted);
        return new Contribution(rest);
    }

    private static final class Builder {
        private final SortedMap<Slot, Tally> parts = new TreeMap<>();

        void add(Verdict verdict) {
            verdict.promise().ifPresent(promise -> {
                boolean promised = verdict.outcome() != Outcome.NO_PROMISE;
                Place place = new Place(verdict, promise);
                put(place, verdict.startDay(), verdict.run().start(), count(1, promised ? 0 : 1, 0, 0, 0, 0, 0));
                verdict.verdictInstant()
                        .ifPresent(at -> put(place, verdict.verdictDay().orElseThrow(), at, verdictCount(verdict)));
                if (verdict.run().isStopped()) {
                    Instant stop = Objects.requireNonNull(verdict.run().end()).at();
                    put(place, verdict.terms().calendar().dateOf(stop), stop, durations(verdict));
                }
            });
        }

        private record Place(Verdict verdict, PromiseName promise) {}

        private static Tally verdictCount(Verdict verdict) {
            return switch (verdict.outcome()) {
                case ON_TIME -> count(0, 0, 1, 0, 0, 0, 0);
                case LATE -> count(0, 0, 0, 1, verdict.isOpen() ? 1 : 0, 0, 0);
                case CANCELLED -> count(0, 0, 0, 0, 0, 1, 0);
                case UNSERVED -> count(0, 0, 0, 0, 0, 0, 1);
                case OPEN, NO_PROMISE, AWAITING_CALENDAR, UNNAMED -> Tally.ZERO;
            };
        }

        private static Tally count(
                long opened, long noPromise, long onTime, long late, long lateOpen, long cancelled, long unserved) {
            return new Tally(
                    opened,
                    noPromise,
                    onTime,
                    late,
                    lateOpen,
                    cancelled,
                    unserved,
                    Distribution.EMPTY,
                    Distribution.EMPTY);
        }

        private static Tally durations(Verdict verdict) {
            Distribution duration = Distribution.EMPTY.plus(
                    Figures.duration(verdict).orElseThrow().toSeconds());
            OptionalLong share = Figures.usedShare(verdict);
            Distribution used = share.isPresent() ? Distribution.EMPTY.plus(share.getAsLong()) : Distribution.EMPTY;
            return new Tally(0, 0, 0, 0, 0, 0, 0, duration, used);
        }

        private void put(Place place, LocalDate day, Instant at, Tally tally) {
            for (Bucket bucket : new Bucket[] {new Bucket.Day(day), Bucket.FiveMinutes.of(at)}) {
                Slot slot = new Slot(place.verdict.run().service(), place.promise, bucket);
                parts.merge(slot, tally, Tally::plus);
            }
        }
    }
}
