package id.tepati.dashboard.http;

import id.tepati.contract.api.Language;
import id.tepati.dashboard.export.About;
import id.tepati.dashboard.export.Columns;
import id.tepati.dashboard.export.ExportFormat;
import id.tepati.dashboard.export.Pages;
import id.tepati.dashboard.glossary.Glossary;
import id.tepati.dashboard.live.Connection;
import id.tepati.dashboard.store.Model;
import id.tepati.rules.Ids;
import io.javalin.http.Context;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers with files. One that cannot be written to its end is cut off, so that nobody takes it for a whole one. As each
 * holds a connection to the database for as long as its reader takes, there are only a few at a time. Thread-safe.
 */
final class Exports {
    static final int MOST = 4;

    private static final Logger LOG = LoggerFactory.getLogger(Exports.class);
    private static final DateTimeFormatter IN_NAMES =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final ReadyModel model;
    private final Glossary glossary;
    private final Clock clock;
    private final Semaphore room = new Semaphore(MOST);

    Exports(ReadyModel model, Glossary glossary, Clock clock) {
        this.model = model;
        this.glossary = glossary;
        this.clock = clock;
    }

    /** The file of a list, in the format that a request asks for. */
    <A, R extends Record> Answering of(Listing<A, R> listing, Function<Context, ExportFormat> format) {
        Columns<R> columns = Columns.of(listing.row());
        return (ctx, params) -> {
            if (!room.tryAcquire()) {
                throw new ProblemException(DashboardProblem.TOO_MANY_EXPORTS, null);
            }
            try {
                ExportFormat asked = format.apply(ctx);
                model.ask(ctx, held -> write(ctx, params, asked, listing, columns, held));
            } finally {
                room.release();
            }
        };
    }

    private <A, R extends Record> boolean write(
            Context ctx, Params params, ExportFormat format, Listing<A, R> listing, Columns<R> columns, Model held) {
        Instant now = clock.instant();
        Pages<R> pages = listing.pages(held, params, now);
        Language language = QueryParams.language(params).orElseGet(() -> Language.of(ctx.header("Accept-Language")));
        Map<String, String> filters = new LinkedHashMap<>(params.given());
        filters.remove(QueryParams.LANG);
        About about = new About(
                listing.name(),
                held.asOf().orElse(null),
                now,
                filters,
                columns.names().stream()
                        .map(column -> meaning(listing.schema(), column, language))
                        .toList(),
                language);
        head(ctx, format, about);
        boolean whole = false;
        try {
            format.write(Connection.streamOf(ctx), about, columns, pages);
            whole = true;
        } catch (UncheckedIOException lost) {
            LOG.atDebug().addKeyValue("list", about.list()).setCause(lost).log("export not taken to its end");
        } catch (RuntimeException defect) {
            LOG.atError().addKeyValue("list", about.list()).setCause(defect).log("export failed and was cut off");
        } finally {
            if (!whole) {
                Connection.cut(ctx);
            }
        }
        return whole;
    }

    private About.Meaning meaning(String schema, String column, Language language) {
        return glossary.at(schema, column)
                .map(figure -> About.Meaning.of(column, Glossary.entry(figure, language), language))
                .orElseGet(() -> About.Meaning.none(column));
    }

    private static void head(Context ctx, ExportFormat format, About about) {
        ctx.contentType(format.contentType());
        ctx.header("Content-Disposition", "attachment; filename=\"" + fileName(about) + "." + format.suffix() + "\"");
        Instant asOf = about.asOf();
        if (asOf != null) {
            ctx.header("Tepati-As-Of", asOf.toString());
        }
        ctx.header(
                "Tepati-Filters",
                about.filters().entrySet().stream()
                        .map(filter ->
                                filter.getKey() + "=" + URLEncoder.encode(filter.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    /** Of letters, digits, dots and dashes only: the list, its unit and the instant, and nothing else that was asked. */
    private static String fileName(About about) {
        String unit = about.filters().getOrDefault(QueryParams.UNIT, "");
        return "tepati-" + about.list() + (Ids.isCatalogueId(unit) ? "-" + unit : "") + "-"
                + IN_NAMES.format(about.madeAt());
    }
}
