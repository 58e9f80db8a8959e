package id.tepati.importer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns of a file by name, in order. */
record Header(Map<String, Integer> columns) {
    private static final int READABLE = 500;

    /** Reads the first record of a file; its names must differ. */
    static Header of(String file, List<String> names) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (String cell : names) {
            String name = CellText.of(cell);
            if (columns.put(name, columns.size()) != null) {
                throw new ImportException(
                        ImportExit.FILE,
                        file + " has two columns named `" + name + "`; rename one of them in its first line");
            }
        }
        return new Header(columns);
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
}
