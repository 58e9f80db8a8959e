package id.tepati.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The columns of a file by name, in order.
 *
 * @param used those that the mapping reads
 */
record Header(Map<String, Integer> columns, List<Integer> used) {
    private static final int READABLE = 500;

    /**
     * Reads the first record of a file; its names must differ.
     *
     * @param used names of the columns that the mapping reads, in the file or not
     */
    static Header of(String file, List<String> names, Set<String> used) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        List<Integer> indexes = new ArrayList<>();
        for (String cell : names) {
            String name = CellText.name(cell);
            if (used.contains(name)) {
                indexes.add(columns.size());
            }
            if (columns.put(name, columns.size()) != null) {
                throw new ImportException(
                        ImportExit.FILE,
                        file + " has two columns named `" + name + "`; rename one of them in its first line");
            }
        }
        return new Header(columns, List.copyOf(indexes));
    }

    /** What the columns are called, in order; cut where that is too long to read, as in a file that is no table. */
    String names() {
        String all = String.join(", ", columns.keySet());
        return all.length() <= READABLE ? all : all.substring(0, READABLE) + " ... (" + columns.size() + " columns)";
    }

    int size() {
        return columns.size();
    }

    int indexOf(String name) {
        Integer index = columns.get(name);
        if (index == null) {
            throw new IllegalStateException("column was not checked against the header: " + name);
        }
        return index;
    }

    /** What the column at a place of a row is called. */
    String name(int index) {
        return List.copyOf(columns.keySet()).get(index);
    }
}
