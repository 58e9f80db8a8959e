package id.tepati.contract.api;

import id.tepati.rules.WireName;

/**
 * A kind of problem that a role answers with. Each role has an enum of its own; the codes are part of the HTTP API, so
 * a constant is never renamed. Its texts are {@code code.title}, {@code code.detail} and {@code code.cure}.
 */
public interface ProblemKind {
    /** The constant's name. */
    String name();

    /** The status of the response. */
    int status();

    /** After how many seconds the same request may well be answered; 0 where waiting does not help. */
    int retryAfterSeconds();

    /** Its name on the wire, for instance {@code unknown-unit}. */
    default String code() {
        return WireName.ofConstant(name());
    }
}
