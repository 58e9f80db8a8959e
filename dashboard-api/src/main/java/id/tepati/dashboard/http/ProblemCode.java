package id.tepati.dashboard.http;

import java.util.Locale;

/** Why a request gets no answer; part of the public contract, so a code is never renamed. */
enum ProblemCode {
    MISSING_PARAMETER(400),
    INVALID_PARAMETER(400),
    UNKNOWN_PARAMETER(400),
    UNKNOWN_UNIT(404),
    UNKNOWN_CASE(404),
    UNKNOWN_PATH(404),
    METHOD_NOT_ALLOWED(405),
    INTERNAL_ERROR(500),
    NOT_READY(503),
    TOO_MANY_VIEWERS(503),
    READ_MODEL_FAILED(503);

    private final int status;

    ProblemCode(int status) {
        this.status = status;
    }

    /** The status of the response. */
    int status() {
        return status;
    }

    /** Its name on the wire, for instance {@code unknown-unit}. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
