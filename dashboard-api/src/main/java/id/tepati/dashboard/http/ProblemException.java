package id.tepati.dashboard.http;

import id.tepati.contract.api.Language;
import id.tepati.contract.api.MessageTexts;
import id.tepati.contract.api.Problem;
import org.jspecify.annotations.Nullable;

/** Ends the handling of a request that gets a problem as its answer. Never leaves {@link Endpoint}. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static final MessageTexts TEXTS = MessageTexts.beside(ProblemException.class, "problems");

    private final DashboardProblem code;
    private final String wording;
    private final @Nullable String parameter;
    private final transient Object[] values;

    /** A problem of a parameter, or of none; the values fill the places of its text after the parameter's. */
    ProblemException(DashboardProblem code, @Nullable String parameter, Object... values) {
        this(code, code.code(), parameter, values);
    }

    private ProblemException(DashboardProblem code, String wording, @Nullable String parameter, Object[] values) {
        super(code.code(), null, false, false);
        this.code = code;
        this.wording = wording;
        this.parameter = parameter;
        this.values = values;
    }

    /**
     * A problem that is told in other words than is usual for its code.
     *
     * @param variant names the texts, which are {@code code.variant.detail} and {@code code.variant.cure}
     */
    static ProblemException worded(
            String variant, DashboardProblem code, @Nullable String parameter, Object... values) {
        return new ProblemException(code, code.code() + "." + variant, parameter, values);
    }

    /** The problem in a language. */
    Problem in(Language language) {
        return Problem.worded(code, wording, TEXTS, language, parameter, values);
    }
}
