package id.tepati.access.http;

import id.tepati.access.secret.LockOut;
import id.tepati.contract.api.Language;
import id.tepati.contract.api.MessageTexts;
import id.tepati.contract.api.Problem;
import id.tepati.contract.api.ProblemKind;
import io.javalin.http.Context;

/** Why somebody is not let in; each has its texts in the bundles {@code problems_*.properties}. */
public enum AccessProblem implements ProblemKind {
    /** Nobody is signed in, and this is not for everybody. */
    SIGN_IN_REQUIRED(401),
    /** A token, key or session that is unknown, has ended or is mistyped. */
    INVALID_TOKEN(401),
    /** A key of a producer that was revoked. */
    KEY_REVOKED(401),
    /** Events are taken with the key of a producer only. */
    KEY_REQUIRED(401),
    /** Name and password do not belong together. */
    WRONG_PASSWORD(401),
    /** What was sent is no name and password. */
    SIGN_IN_MALFORMED(400),
    /** What names a page of a list is no number. */
    INVALID_PAGE(400),
    /** Another site had a browser send this. */
    CROSS_SITE(403),
    /** Too many wrong passwords for a name. */
    LOCKED(429),
    /** Kafka does not take who signs in or out. */
    ACCESS_UNAVAILABLE(503);

    private static final MessageTexts TEXTS = MessageTexts.beside(AccessProblem.class, "problems");

    private final int status;

    AccessProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public int retryAfterSeconds() {
        return switch (this) {
            case LOCKED -> Math.toIntExact(LockOut.LOCKED_FOR.toSeconds());
            case ACCESS_UNAVAILABLE -> 1;
            default -> 0;
        };
    }

    /** It in a language. */
    Problem in(Language language) {
        return Problem.of(this, TEXTS, language, null);
    }

    /** Answers with it, in the language that was asked for. */
    void answer(Context ctx) {
        Problem problem = in(Language.of(ctx.header("Accept-Language")));
        problem.headers().forEach(ctx::header);
        if (status == 401) {
            ctx.header("WWW-Authenticate", "Bearer");
        }
        ctx.header("Cache-Control", "no-store");
        ctx.status(status).contentType(Problem.MEDIA_TYPE).result(problem.toJson());
    }

    /** Ends the handling of a request. */
    NotLetIn exception() {
        return new NotLetIn(this);
    }

    /** Thrown to the gate, which answers. */
    static final class NotLetIn extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final AccessProblem problem;

        private NotLetIn(AccessProblem problem) {
            super(problem.code(), null, false, false);
            this.problem = problem;
        }

        void answer(Context ctx) {
            problem.answer(ctx);
        }
    }
}
