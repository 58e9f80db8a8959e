package id.tepati.access.change;

/**
 * Who makes a change, and why.
 *
 * @param who the name of a person, token or user of the operating system
 * @param why in a few words, for those who read the change log
 */
public record Author(String who, String why) {
    private static final int LONGEST = 500;

    /** Refuses a change of nobody, without a reason, or with one that nobody would read. */
    public Author {
        require(who, "who makes the change");
        require(why, "why the change is made");
    }

    private static void require(String text, String what) {
        if (text.isBlank() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("Say " + what + ", in 1 to " + LONGEST + " characters on one line.");
        }
    }
}
