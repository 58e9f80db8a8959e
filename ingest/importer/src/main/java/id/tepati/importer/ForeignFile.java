package id.tepati.importer;

import java.util.Optional;
import java.util.regex.Pattern;

/** Files that are no table, told by how they begin. */
enum ForeignFile {
    PDF("%PDF-", "is a PDF", "ask for the table behind it, as XLSX or CSV"),
    OLE2(
            "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1",
            "is a workbook of the old form (.xls), or one with a password",
            "save it as .xlsx without a password, or as CSV UTF-8"),
    ZIP("PK\u0003\u0004", "is a ZIP or a workbook inside gzip", "unpack it with gunzip and name what comes out"),
    EMPTY_ZIP("PK\u0005\u0006", "is a ZIP with nothing in it", "fetch it again"),
    GZIP("\u001F\u008B", "is gzip inside gzip", "unpack it with gunzip once"),
    BZIP2("BZh91AY", "is packed with bzip2", "unpack it with bunzip2"),
    XZ("\u00FD7zXZ", "is packed with xz", "unpack it with unxz"),
    ZSTD("(\u00B5/\u00FD", "is packed with zstd", "unpack it with unzstd"),
    SEVEN_ZIP("7z\u00BC\u00AF", "is a 7-Zip archive", "unpack it and name the file in it"),
    RAR("Rar!\u001A", "is a RAR archive", "unpack it and name the file in it"),
    RTF("{\\rtf", "is a text document (RTF)", "save its table as XLSX or CSV"),
    PNG("\u0089PNG", "is a picture", "ask for the table behind it, as XLSX or CSV"),
    JPEG("\u00FF\u00D8\u00FF", "is a picture", "ask for the table behind it, as XLSX or CSV"),
    SQLITE("SQLite format 3", "is a database (SQLite)", "export its table as CSV"),
    PARQUET("PAR1\u0015", "is a Parquet file", "export it as CSV");

    private static final Pattern HTML =
            Pattern.compile("<(!doctype|html|head|body|table|meta|style|script|div)\\b.*|<!--.*", flags());
    private static final Pattern XML = Pattern.compile("<\\?xml\\b.*", flags());
    private static final Pattern JSON = Pattern.compile("[\\[{]|\\{\\s*\".*|\\[\\s*[{\\[].*\".*", flags());

    private final String start;
    private final String what;
    private final String cure;

    ForeignFile(String start, String what, String cure) {
        this.start = start;
        this.what = what;
        this.cure = cure;
    }

    private static int flags() {
        return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
    }

    /**
     * Whether a file begins so.
     *
     * @param head its first bytes, each as the character of its number
     */
    boolean begins(String head) {
        return head.startsWith(start);
    }

    String what() {
        return what;
    }

    String cure() {
        return cure;
    }

    /** Refuses a text whose first line is not that of a table. */
    static Optional<ImportException> ofFirstLine(String file, String line) {
        String text = CellText.of(line);
        if (HTML.matcher(text).matches()) {
            return refused(file, "is a web page (HTML), whatever its name", "open it in Excel and save it as XLSX");
        }
        if (XML.matcher(text).matches()) {
            return refused(file, "is XML", "open it in Excel and save it as XLSX");
        }
        if (JSON.matcher(text).matches()) {
            return refused(file, "is JSON", "ask for it as CSV or XLSX");
        }
        if (text.indexOf('\0') >= 0) {
            return refused(
                    file,
                    "is no text in this character set",
                    "write `charset: UTF-16LE` in the mapping where Windows wrote it as Unicode, or save it as CSV UTF-8");
        }
        return Optional.empty();
    }

    private static Optional<ImportException> refused(String file, String what, String cure) {
        return Optional.of(TableFiles.refused(file, what, cure));
    }
}
