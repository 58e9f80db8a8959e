package id.tepati.gateway.http;

import id.tepati.contract.api.PercentEncoding;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** The query of a request's address. What is mistyped there must not be taken for what is not there. */
final class Query {
    private static final int LONGEST_NAME = 60;

    private Query() {}

    /** Whether the query holds nothing; if it does, that has been answered. */
    static boolean isEmpty(Context ctx) {
        return isTaken(ctx, "");
    }

    /** Whether the query holds nothing but this parameter, and that once at most; if not, that has been answered. */
    static boolean isTaken(Context ctx, String only) {
        if (!PercentEncoding.isWhole(ctx.queryString())) {
            GatewayProblem.INVALID_PARAMETER.answer(ctx);
            return false;
        }
        for (Map.Entry<String, List<String>> parameter : ctx.queryParamMap().entrySet()) {
            String name = parameter.getKey();
            if (!name.equals(only)) {
                String shown = name.substring(0, Math.min(name.length(), LONGEST_NAME));
                GatewayProblem.UNKNOWN_PARAMETER.answerFor(shown, ctx);
                return false;
            }
            if (parameter.getValue().size() > 1) {
                GatewayProblem.INVALID_PARAMETER.answerFor(name, ctx);
                return false;
            }
        }
        return true;
    }
}
