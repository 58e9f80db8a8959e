package id.tepati.dashboard.http;

import id.tepati.contract.api.ProblemKind;

/** Why a request gets no answer; part of the public contract, so a code is never renamed. */
enum DashboardProblem implements ProblemKind {
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
    TOO_MANY_EXPORTS(503),
    DATABASE_UNAVAILABLE(503),
    READ_MODEL_FAILED(503);

    private final int status;

    DashboardProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public int retryAfterSeconds() {
        return status == 503 ? 1 : 0;
    }
}
