package id.tepati.access.http;

import id.tepati.access.record.ProducerAccount;
import id.tepati.access.rights.Identity;
import id.tepati.access.rights.UnitScope;
import io.javalin.http.Context;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as the gate let them through.
 *
 * @param scope the units about which they are answered
 * @param account what they may send; null for who is no producer
 * @param stillMay whether they would be let through now, for an answer that goes on for long
 */
public record Asker(
        Identity identity, UnitScope scope, @Nullable ProducerAccount account, BooleanSupplier stillMay) {
    private static final String ATTRIBUTE = "tepati.asker";

    void on(Context ctx) {
        ctx.attribute(ATTRIBUTE, this);
    }

    /**
     * The one of a request.
     *
     * @throws NullPointerException where the server has no gate, or the route is for anyone
     */
    public static Asker of(Context ctx) {
        return Objects.requireNonNull(ctx.attribute(ATTRIBUTE), "no gate before this route");
    }

    /** Their account, where they are a producer. */
    public Optional<ProducerAccount> producer() {
        return Optional.ofNullable(account);
    }
}
