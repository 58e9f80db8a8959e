package id.tepati.rules;

/** A case as its unit names it: free text of 1 to {@link Ids#CASE_ID_LENGTH} characters without control characters. */
public record CaseId(String value) implements Comparable<CaseId> {
    /** Refuses empty, too long, or unprintable text. */
    public CaseId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "case id must have 1 to " + Ids.CASE_ID_LENGTH + " printable characters, it has " + value.length());
        }
    }

    /** Tells whether the text may name a case. */
    public static boolean isValid(String text) {
        return !text.isBlank()
                && text.length() <= Ids.CASE_ID_LENGTH
                && text.chars().noneMatch(Character::isISOControl);
    }

    @Override
    public int compareTo(CaseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
