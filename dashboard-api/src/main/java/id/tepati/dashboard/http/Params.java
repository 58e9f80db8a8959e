package id.tepati.dashboard.http;

import id.tepati.contract.api.PercentEncoding;
import id.tepati.contract.text.Nearest;
import id.tepati.dashboard.query.Cursor;
import id.tepati.dashboard.query.Page;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The query parameters of one request, checked as they are read. Every complaint is a {@link ProblemException}. */
final class Params {
    static final String LIMIT = "limit";
    static final String CURSOR = "cursor";

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1000;
    private static final int LONGEST_NAME = 60;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 9999;

    private final Map<String, String> given = new LinkedHashMap<>();
    private final Page.@Nullable Wanted fixed;

    /** Refuses a query that cannot be decoded, unknown and repeated parameters; an empty one is as if it was not there. */
    static Params of(Context ctx, Set<String> known) {
        if (!PercentEncoding.isWhole(ctx.queryString())) {
            throw ProblemException.worded("encoding", DashboardProblem.INVALID_PARAMETER, null);
        }
        return new Params(ctx.queryParamMap(), known);
    }

    private Params(Map<String, List<String>> query, Set<String> known) {
        fixed = null;
        query.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw unknown(name, known);
            }
            if (values.size() > 1) {
                throw ProblemException.worded("repeated", DashboardProblem.INVALID_PARAMETER, name);
            }
            if (!values.get(0).isEmpty()) {
                given.put(name, values.get(0));
            }
        });
    }

    private Params(Params others, Page.Wanted wanted) {
        given.putAll(others.given);
        fixed = wanted;
    }

    /** The same question about another page, whatever page was asked for. */
    Params at(Page.Wanted wanted) {
        return new Params(this, wanted);
    }

    /** What was given, in the order of the query. */
    Map<String, String> given() {
        return Collections.unmodifiableMap(given);
    }

    private static ProblemException unknown(String name, Set<String> known) {
        String shown = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        if (known.isEmpty()) {
            return ProblemException.worded("none", DashboardProblem.UNKNOWN_PARAMETER, shown);
        }
        String all = String.join(", ", new TreeSet<>(known));
        return Nearest.among(shown, known)
                .map(near -> ProblemException.worded("near", DashboardProblem.UNKNOWN_PARAMETER, shown, all, near))
                .orElseGet(() -> new ProblemException(DashboardProblem.UNKNOWN_PARAMETER, shown, all));
    }

    static ProblemException invalid(String name, String value, String expected) {
        return new ProblemException(DashboardProblem.INVALID_PARAMETER, name, value, expected);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name));
    }

    String required(String name) {
        return text(name).orElseThrow(() -> new ProblemException(DashboardProblem.MISSING_PARAMETER, name));
    }

    boolean flag(String name) {
        return oneOf(name, Map.of("true", true, "false", false)).orElse(false);
    }

    <T> Optional<T> oneOf(String name, Map<String, T> choices) {
        return text(name).map(value -> choice(name, value, choices));
    }

    /** One of the choices, or an invalid parameter. */
    static <T> T choice(String name, String value, Map<String, T> choices) {
        T chosen = choices.get(value);
        if (chosen == null) {
            throw invalid(name, value, String.join(" | ", new TreeSet<>(choices.keySet())));
        }
        return chosen;
    }

    Optional<LocalDate> date(String name) {
        return text(name).map(value -> {
            try {
                LocalDate date = LocalDate.parse(value);
                if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                    return date;
                }
            } catch (DateTimeException notADate) {
                throw invalid(name, value, "2026-11-21");
            }
            throw invalid(name, value, FIRST_YEAR + "-01-01..." + LAST_YEAR + "-12-31");
        });
    }

    Page.Wanted page() {
        return fixed != null
                ? fixed
                : new Page.Wanted(text(CURSOR).map(Params::decode).orElse(null), limit());
    }

    private int limit() {
        String text = text(LIMIT).orElse(String.valueOf(DEFAULT_LIMIT));
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException notANumber) {
            throw invalid(LIMIT, text, "1..." + MAX_LIMIT);
        }
        throw invalid(LIMIT, text, "1..." + MAX_LIMIT);
    }

    private static String decode(String cursor) {
        return Cursor.key(cursor)
                .orElseThrow(
                        () -> ProblemException.worded("cursor", DashboardProblem.INVALID_PARAMETER, CURSOR, cursor));
    }
}
