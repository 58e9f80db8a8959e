package id.tepati.dashboard.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends the handling of a request that gets a problem as its answer. Never leaves {@link Endpoint}. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final String texts;
    private final @Nullable String parameter;
    private final transient Object[] values;

    /** A problem of a parameter, or of none; the values fill the places of its text after the parameter's. */
    ProblemException(ProblemCode code, @Nullable String parameter, Object... values) {
        this(code, code.wireName(), parameter, values);
    }

    private ProblemException(ProblemCode code, String texts, @Nullable String parameter, Object[] values) {
        super(code.wireName(), null, false, false);
        this.code = code;
        this.texts = texts;
        this.parameter = parameter;
        this.values = values;
    }

    /**
     * A problem that is told in other words than is usual for its code.
     *
     * @param variant names the texts, which are {@code code.variant.detail} and {@code code.variant.cure}
     */
    static ProblemException worded(String variant, ProblemCode code, @Nullable String parameter, Object... values) {
        return new ProblemException(code, code.wireName() + "." + variant, parameter, values);
    }

    /** The problem in a language. */
    Problem in(Language language) {
        Object[] all = new Object[values.length + 1];
        all[0] = Optional.ofNullable(parameter).orElse("");
        System.arraycopy(values, 0, all, 1, values.length);
        String name = code.wireName();
        return new Problem(
                "urn:tepati:problem:" + name,
                language.text(name + ".title", all),
                code.status(),
                language.text(texts + ".detail", all),
                name,
                parameter,
                language.text(texts + ".cure", all));
    }
}
