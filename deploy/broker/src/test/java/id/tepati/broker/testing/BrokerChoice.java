package id.tepati.broker.testing;

import java.util.function.BooleanSupplier;

/** Which kind of broker a run uses, and why. */
record BrokerChoice(Kind kind, String reason) {
    static final String PROPERTY = "tepati.test.broker";

    enum Kind {
        CONTAINER,
        EMBEDDED
    }

    /** {@code wish} is {@code auto}, {@code container} or {@code embedded}; Docker is only asked for {@code auto}. */
    static BrokerChoice of(String wish, BooleanSupplier docker) {
        return switch (wish) {
            case "container" -> new BrokerChoice(Kind.CONTAINER, "asked for with " + PROPERTY);
            case "embedded" -> new BrokerChoice(Kind.EMBEDDED, "asked for with " + PROPERTY);
            case "auto" ->
                docker.getAsBoolean()
                        ? new BrokerChoice(Kind.CONTAINER, "a Docker engine answers")
                        : new BrokerChoice(Kind.EMBEDDED, "no Docker engine answers");
            default ->
                throw new IllegalArgumentException(
                        "%s is '%s'; use auto, container or embedded".formatted(PROPERTY, wish));
        };
    }
}
