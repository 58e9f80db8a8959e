package id.tepati.importer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of a file in order. Those that the mapping does not read may have any name, none, or one twice.
 *
 * @param names what they are called, in order
 * @param columns the place of each name; of the first that has it
 * @param used the places of those that the mapping reads, in order
 */
record Header(List<String> names, Map<String, Integer> columns, List<Integer> used) {
    private static final int READABLE = 500;
    private static final String TAB = "\t";
    private static final List<String> SEPARATORS = List.of(TAB, ";", ",", "|");

    /**
     * Reads the first record of a file; no two columns may have a name that the mapping reads.
     *
     * @param used names of the columns that the mapping reads, in the file or not
     */
    static Header of(String file, List<String> cells, Set<String> used) {
        List<String> names = cells.stream().map(CellText::name).toList();
        Map<String, Integer> columns = new LinkedHashMap<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            boolean isFirst = name.isEmpty() || columns.putIfAbsent(name, i) == null;
            if (used.contains(name)) {
                if (!isFirst) {
                    throw TableFiles.refused(
                            file, "has two columns named `" + name + "`", "rename one of them in its first line");
                }
                places.add(i);
            }
        }
        return new Header(names, columns, List.copyOf(places));
    }

    /** The sign that seems to part the cells, where the file was read as one column; written as in a mapping. */
    Optional<String> otherSeparator() {
        return size() == 1
                ? SEPARATORS.stream()
                        .filter(sign -> names.get(0).contains(sign))
                        .findFirst()
                        .map(sign -> sign.equals(TAB) ? "\\t" : sign)
                : Optional.empty();
    }

    /**
     * The cells of a record, as many as there are columns: blank ones at its end are cut off, missing ones are blank
     * where the mapping does not read them. None where the record does not fit.
     */
    Optional<List<String>> fit(List<String> cells) {
        if (cells.size() >= size()) {
            List<String> surplus = cells.subList(size(), cells.size());
            return surplus.stream().allMatch(CellText::isBlank)
                    ? Optional.of(cells.subList(0, size()))
                    : Optional.empty();
        }
        return missing(cells.size()).isEmpty() ? Optional.of(filledUp(cells)) : Optional.empty();
    }

    /** The first column beyond a number of cells that the mapping reads. */
    Optional<String> missing(int cells) {
        return used.stream().filter(place -> place >= cells).findFirst().map(names::get);
    }

    private List<String> filledUp(List<String> cells) {
        List<String> filled = new ArrayList<>(cells);
        filled.addAll(Collections.nCopies(size() - cells.size(), ""));
        return filled;
    }

    /** What the columns are called, each name once; cut where that is too long to read, as in a file that is no table. */
    String listed() {
        String all = String.join(", ", columns.keySet());
        return all.length() <= READABLE ? all : all.substring(0, READABLE) + " ... (" + size() + " columns)";
    }

    int size() {
        return names.size();
    }

    int indexOf(String name) {
        Integer index = columns.get(name);
        if (index == null) {
            throw new IllegalStateException("column was not checked against the header: " + name);
        }
        return index;
    }
}
