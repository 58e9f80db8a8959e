package id.tepati.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Why a try came to nothing, and another one may not. */
sealed interface PassingTrouble {
    /** How long the server wants to be left alone. */
    Duration asked();

    /** What is told where this was the last try. */
    ClientException givenUp(ServerAddress address, Duration spent);

    /** Nobody answered: refused, reset, broken off or too late. */
    record NoAnswer(IOException cause) implements PassingTrouble {
        @Override
        public Duration asked() {
            return Duration.ZERO;
        }

        @Override
        public ClientException givenUp(ServerAddress address, Duration spent) {
            return ClientException.unreachable(address, spent, cause);
        }
    }

    /** The server, or a proxy before it, said that it cannot take the request now. */
    record Busy(int status, Duration asked, JsonNode body) implements PassingTrouble {
        private static final Set<Integer> STATUSES = Set.of(429, 502, 503, 504);

        static boolean is(int status) {
            return STATUSES.contains(status);
        }

        static Busy of(HttpResponse<byte[]> response, Instant now) {
            Duration asked = response.headers()
                    .firstValue("Retry-After")
                    .map(value -> RetryAfter.of(value, now))
                    .orElse(Duration.ZERO);
            return new Busy(response.statusCode(), asked, ApiAnswer.of(response).body());
        }

        @Override
        public ClientException givenUp(ServerAddress address, Duration spent) {
            return ServerProblem.of(body)
                    .map(problem -> ClientException.staysBusy(address, spent, problem))
                    .orElseGet(() -> ClientException.notTepati(address, status));
        }
    }
}
