package id.tepati.contract.api;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks at queries of addresses: the HTTP server drops values that it cannot decode as if they were not there. */
public final class PercentEncoding {
    private static final Pattern STRAY = Pattern.compile("%(?![0-9a-fA-F]{2})");

    private PercentEncoding() {}

    /** Whether every percent sign of a query stands before two hexadecimal digits; so it does where there is no query. */
    public static boolean isWhole(@Nullable String query) {
        return query == null || !STRAY.matcher(query).find();
    }
}
