package id.tepati.importer;

/** Tells whether the lines seen so far end inside a quoted cell (RFC 4180: a quote opens only where a cell begins). */
final class CsvQuoteScanner {
    private final char separator;
    private boolean open;

    CsvQuoteScanner(char separator) {
        this.separator = separator;
    }

    void line(String text) {
        boolean atStart = !open;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (open) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    i++;
                } else if (c == '"') {
                    open = false;
                }
            } else if (c == '"' && atStart) {
                open = true;
            }
            atStart = !open && c == separator;
        }
    }

    boolean isOpen() {
        return open;
    }
}
