package id.tepati.contract.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers problems while a folder is read. Not thread-safe. */
final class Problems {
    private final List<CatalogueProblem> found = new ArrayList<>();

    void add(FilePosition place, String what, String cure) {
        found.add(new CatalogueProblem(place.file(), place.line(), place.path(), what, cure));
    }

    int count() {
        return found.size();
    }

    List<CatalogueProblem> sorted() {
        return found.stream()
                .sorted(Comparator.comparing(CatalogueProblem::file).thenComparingInt(CatalogueProblem::line))
                .toList();
    }
}
