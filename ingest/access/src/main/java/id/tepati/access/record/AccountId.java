package id.tepati.access.record;

import java.util.regex.Pattern;

/**
 * Names a person, a token or a producer: lower case, up to 120 characters, with {@code @} for addresses. It shows in
 * keys and in the change log, so an office's name ({@code camat-mawar}) serves better than a person's number.
 */
public record AccountId(String value) implements Comparable<AccountId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,119}");

    /** Refuses text of another form. */
    public AccountId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value
                    + "' is not an id: write lower-case letters, digits and . _ @ -, 120 at most, the first a letter or"
                    + " digit");
        }
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
