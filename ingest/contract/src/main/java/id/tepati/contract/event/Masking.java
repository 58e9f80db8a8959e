package id.tepati.contract.event;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes personal data out of text that is kept, such as the payload of a dead letter. Thread-safe, linear in time. */
public final class Masking {
    private static final Pattern EMAIL =
            Pattern.compile("(?<![\\w.%+-])[\\w.%+-]++@[A-Za-z0-9-]++(?:\\.[A-Za-z0-9-]++)+");
    private static final Pattern SIXTEEN_DIGITS = Pattern.compile("(?<!\\d)\\d(?:[ .-]?\\d){15}(?!\\d)");
    private static final Pattern MOBILE_NUMBER =
            Pattern.compile("(?<!\\d)(?:\\+?62[ .-]?|0)8(?:[ .-]?\\d){7,11}(?!\\d)");

    private static final String FOR_EMAIL = "[email]";
    private static final String FOR_NIK = "[nik]";
    private static final String FOR_PHONE = "[phone]";

    private Masking() {}

    /**
     * The text with {@code [email]}, {@code [nik]} and {@code [phone]} in the place of what looks like one. Any run of
     * exactly 16 digits counts as a NIK; one that is broken by dots, spaces or dashes only when its date is a date.
     */
    public static String mask(String text) {
        String masked = EMAIL.matcher(text).replaceAll(FOR_EMAIL);
        masked = SIXTEEN_DIGITS.matcher(masked).replaceAll(Masking::maskNik);
        return MOBILE_NUMBER.matcher(masked).replaceAll(FOR_PHONE);
    }

    /** Whether something in the text looks as if it had been masked. */
    public static boolean isMasked(String text) {
        return Stream.of(FOR_EMAIL, FOR_NIK, FOR_PHONE).anyMatch(text::contains);
    }

    private static String maskNik(MatchResult found) {
        String digits = found.group().replaceAll("\\D", "");
        boolean unbroken = digits.length() == found.group().length();
        return unbroken || PersonalData.isNik(digits, 0, digits.length()) ? FOR_NIK : found.group();
    }
}
