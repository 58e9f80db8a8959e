package id.tepati.contract.event;

import org.jspecify.annotations.Nullable;

/**
 * Finds a NIK (nomor induk kependudukan) or an Indonesian mobile number in an identifier. Digits 7 to 12 of a NIK are
 * the date of birth as DDMMYY, with 40 added to the day for women (Permendagri 95/2019).
 */
final class PersonalData {
    private static final int NIK_LENGTH = 16;
    private static final int FOR_WOMEN = 40;
    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private PersonalData() {}

    /** Whether a maximal run of digits in the text is shaped like a NIK or like a mobile number. */
    static boolean isIn(String text) {
        int from = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean digit = i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
            if (digit && from < 0) {
                from = i;
            } else if (!digit && from >= 0) {
                if (isNik(text, from, i) || isMobileNumber(text, from, i)) {
                    return true;
                }
                from = -1;
            }
        }
        return false;
    }

    /**
     * Refuses an identifier that holds any.
     *
     * @param text null where there is none
     */
    static void refuse(@Nullable String text, String pointer) {
        if (text != null && isIn(text)) {
            throw new Refusal(RejectCode.PERSONAL_DATA_IN_IDENTIFIER, pointer);
        }
    }

    /** Whether the digits in [from, to) are a NIK. */
    static boolean isNik(String digits, int from, int to) {
        if (to - from != NIK_LENGTH) {
            return false;
        }
        int day = twoDigits(digits, from + 6);
        int month = twoDigits(digits, from + 8);
        int year = twoDigits(digits, from + 10);
        int dayOfMonth = day > FOR_WOMEN ? day - FOR_WOMEN : day;
        if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > DAYS[month - 1]) {
            return false;
        }
        // the century is not in it, and of 1900 and 2000 only the latter had the day
        return month != 2 || dayOfMonth < 29 || year % 4 == 0;
    }

    /** Whether the digits in [from, to) are 08... or 628... with 7 to 11 digits after the 8. */
    private static boolean isMobileNumber(String digits, int from, int to) {
        int prefix = digits.startsWith("08", from) ? 2 : digits.startsWith("628", from) ? 3 : 0;
        int rest = to - from - prefix;
        return prefix > 0 && rest >= 7 && rest <= 11;
    }

    private static int twoDigits(String digits, int at) {
        return (digits.charAt(at) - '0') * 10 + digits.charAt(at + 1) - '0';
    }
}
