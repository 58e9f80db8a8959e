package id.tepati.dashboard.store;

import java.util.Comparator;

/** What one line of figures of a unit is about: a promise of a service. */
public record Series(String service, String promise) implements Comparable<Series> {
    private static final Comparator<Series> ORDER =
            Comparator.comparing(Series::service).thenComparing(Series::promise);

    @Override
    public int compareTo(Series other) {
        return ORDER.compare(this, other);
    }
}
