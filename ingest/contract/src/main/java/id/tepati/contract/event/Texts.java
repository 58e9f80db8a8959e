package id.tepati.contract.event;

/** What counts as a printable text of bounded length. */
final class Texts {
    private Texts() {}

    /** Whether the text has 1 to {@code max} characters, not all blank, none of them a control or a lone surrogate. */
    static boolean isPrintable(String text, int max) {
        return text.length() <= max && !text.isBlank() && hasOnlyPrintable(text);
    }

    /** Whether the text is a code: 1 to 40 of a-z, 0-9 and dash. */
    static boolean isCode(String text) {
        if (text.isEmpty() || text.length() > 40) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean hasOnlyPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c)) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
