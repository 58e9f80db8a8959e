package id.tepati.contract.yaml;

/**
 * What is wrong in a file or folder that people write, and how to mend it.
 *
 * @param file path below the folder that was read, empty where the folder itself is meant
 * @param line from 1; 0 where no line can be named
 * @param where the entry and field, for instance {@code units[kel-melati].parent}, empty for a whole file
 * @param what what is wrong
 * @param cure what to do about it
 */
public record FileProblem(String file, int line, String where, String what, String cure) {
    /** One line to print: file, line, place, what is wrong, cure. */
    @Override
    public String toString() {
        String place = file + (line > 0 ? ":" + line : "");
        String start = place.isEmpty() ? "" : place + ": ";
        return start + (where.isEmpty() ? "" : where + " ") + what + "; " + cure;
    }
}
