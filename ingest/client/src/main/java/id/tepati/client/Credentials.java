package id.tepati.client;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who a client says that it is, where the server asks. Immutable; told to nobody but the server.
 *
 * @param key of a producer, with which events are handed in; null where there is none
 * @param token with which everything else is asked; null where there is none
 */
public record Credentials(@Nullable String key, @Nullable String token) {
    /** None: for a server that asks nobody, because nobody is configured. */
    public static final Credentials NONE = new Credentials(null, null);

    /** What a request is made with. */
    enum Kind {
        KEY("TEPATI_KEY", "the key of a producer", "tepati producers"),
        TOKEN("TEPATI_TOKEN", "a token", "tepati tokens");

        private final String variable;
        private final String what;
        private final String command;

        Kind(String variable, String what, String command) {
            this.variable = variable;
            this.what = what;
            this.command = command;
        }

        private Optional<String> in(Map<String, String> environment) {
            Optional<String> found = Optional.ofNullable(environment.get(variable))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty());
            if (found.filter(text -> !text.matches("[!-~]+")).isPresent()) {
                throw ClientException.noSecret(variable, what);
            }
            return found;
        }

        /** What to do where the server did not let the request in; empty for what has other reasons. */
        private Optional<String> advice(int status, boolean given) {
            if (status == 401) {
                return Optional.of(
                        given
                                ? "That is about what the environment variable " + variable + " holds; " + command
                                        + " list shows what is registered."
                                : "Put " + what + " into the environment variable " + variable + "; " + command
                                        + " add makes one.");
            }
            boolean mayNot = status == 403 || status == 404;
            return mayNot && given
                    ? Optional.of("Perhaps what the environment variable " + variable + " holds may not ask this: "
                            + command + " list shows what it may.")
                    : Optional.empty();
        }
    }

    /**
     * Those in {@code TEPATI_KEY} and {@code TEPATI_TOKEN}.
     *
     * @throws ClientException where one of them holds what can be neither
     */
    public static Credentials of(Map<String, String> environment) {
        return new Credentials(
                Kind.KEY.in(environment).orElse(null),
                Kind.TOKEN.in(environment).orElse(null));
    }

    Optional<String> of(Kind kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case KEY -> key;
                    case TOKEN -> token;
                });
    }

    Optional<String> advice(Kind kind, int status) {
        return kind.advice(status, of(kind).isPresent());
    }

    /** Nothing of them, so that they get into no log. */
    @Override
    public String toString() {
        return "(credentials)";
    }
}
