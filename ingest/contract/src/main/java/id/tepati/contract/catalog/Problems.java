package id.tepati.contract.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers problems while a folder is read. Not thread-safe. */
final class Problems {
    private final List<CatalogProblem> found = new ArrayList<>();

    void add(Place place, String what, String cure) {
        found.add(new CatalogProblem(place.file(), place.line(), place.path(), what, cure));
    }

    int count() {
        return found.size();
    }

    List<CatalogProblem> sorted() {
        return found.stream()
                .sorted(Comparator.comparing(CatalogProblem::file).thenComparingInt(CatalogProblem::line))
                .toList();
    }
}
