package id.tepati.dashboard.page;

import id.tepati.access.http.RouteRule;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;

/**
 * The web page. It has several addresses and one document, whose scripts draw what the address names, so that a link
 * into the page works after a reload too. It tells nothing by itself, so anyone gets it. Thread-safe.
 */
public final class WebPage {
    private static final List<String> ADDRESSES = List.of(
            "/",
            "/terlambat",
            "/menjelang",
            "/berjalan",
            "/unit/{unit}",
            "/unit/{unit}/layanan/{service}",
            "/unit/{unit}/urusan/{case}",
            "/kondisi",
            "/masuk",
            "/akun",
            "/perubahan",
            "/ditolak",
            "/tanpa-awal");
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Assets assets = new Assets();

    /** Declares the routes of the page, and the page as the answer to a browser that asks for what is not there. */
    public void addTo(JavalinConfig config) {
        ADDRESSES.forEach(address -> config.routes.get(address, this::showDocument, RouteRule.ANYONE));
        config.routes.get("/assets/{name}", this::showAsset, RouteRule.ANYONE);
        config.routes.error(404, this::showDocumentWhereNothingIs);
    }

    private void showDocument(Context ctx) {
        Asset document = assets.find("index.html").orElseThrow();
        protect(ctx);
        document.answer(ctx, "no-cache");
    }

    private void showDocumentWhereNothingIs(Context ctx) {
        boolean forPeople = ctx.method().equals(HandlerType.GET)
                && Optional.ofNullable(ctx.header("Accept")).orElse("").contains("text/html");
        if (forPeople && !(ctx.path() + "/").startsWith("/api/")) {
            showDocument(ctx);
            ctx.status(404);
        }
    }

    private void showAsset(Context ctx) {
        String name = ctx.pathParam("name");
        Optional<Asset> asset = assets.find(name);
        if (asset.isEmpty()) {
            ctx.status(404);
            return;
        }
        // what a worker may reach, its own script says, and not the page
        ctx.header("Content-Security-Policy", POLICY);
        asset.get().answer(ctx, Assets.isForEver(name) ? "public, max-age=31536000, immutable" : "no-cache");
    }

    private static void protect(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY);
        ctx.header("Cross-Origin-Opener-Policy", "same-origin");
        ctx.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    }
}
