package id.tepati.rules.catalogue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What was known about one unit and service, step by step: each publication that may matter to them begins a step.
 * Immutable and thread-safe.
 */
public final class TermsHistory {
    private final Instant[] steps;
    private final KnownTerms[] terms;

    /** Takes the beginnings of the steps in ascending order, the first being {@link Instant#MIN}. */
    TermsHistory(List<Instant> steps, List<KnownTerms> terms) {
        this.steps = steps.toArray(Instant[]::new);
        this.terms = terms.toArray(KnownTerms[]::new);
    }

    /** What was known at an instant. */
    public KnownTerms at(Instant instant) {
        return terms[stepAt(instant)];
    }

    /** The publications after {@code from} up to and including {@code to}, ascending. */
    public List<Instant> publications(Instant from, Instant to) {
        int first = stepAt(from) + 1;
        int last = stepAt(to);
        return first > last ? List.of() : List.of(Arrays.copyOfRange(steps, first, last + 1));
    }

    /** The first publication after an instant. */
    public Optional<Instant> nextPublication(Instant after) {
        int next = stepAt(after) + 1;
        return next < steps.length ? Optional.of(steps[next]) : Optional.empty();
    }

    private int stepAt(Instant instant) {
        int found = Arrays.binarySearch(steps, instant);
        return found >= 0 ? found : -found - 2;
    }
}
