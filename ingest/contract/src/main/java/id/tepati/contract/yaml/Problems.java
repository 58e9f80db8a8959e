package id.tepati.contract.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers problems while files are read. Not thread-safe. */
public final class Problems {
    private final List<FileProblem> found = new ArrayList<>();

    /**
     * Keeps a problem.
     *
     * @param what what is wrong, as the rest of a sentence about the place
     * @param cure what to do about it
     */
    public void add(FilePosition place, String what, String cure) {
        found.add(new FileProblem(place.file(), place.line(), place.path(), what, cure));
    }

    /** How many there are so far. */
    public int count() {
        return found.size();
    }

    /** All of them, by file and line, those of one line as they were found. */
    public List<FileProblem> sorted() {
        return found.stream()
                .sorted(Comparator.comparing(FileProblem::file).thenComparingInt(FileProblem::line))
                .toList();
    }
}
