package id.tepati.importer;

/**
 * A column as a mapping names it.
 *
 * @param line where the mapping names it, from 1
 */
record ColumnRef(String name, int line) {
    ColumnRef {
        name = CellText.name(name);
    }
}
