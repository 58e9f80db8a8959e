package id.tepati.access.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.tepati.access.change.ChainFlaw;
import id.tepati.access.change.ChainHead;
import id.tepati.access.change.Change;
import id.tepati.access.feed.AccessException;
import id.tepati.access.feed.AccessFeed;
import id.tepati.access.feed.ChangeLog;
import id.tepati.access.rights.Permission;
import id.tepati.rules.WireName;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells auditors who changed what, when and why, the latest first, and whether the log is what was written. Thread-safe. */
public final class ChangeList {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeList.class);
    private static final String PATH = "/api/v1/changes";
    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final int AT_ONCE = 100;
    private static final JsonMapper JSON = new JsonMapper();

    private final AccessFeed feed;
    private final Supplier<ChangeLog> reader;
    private @Nullable Read last;

    /** The log as it was when its head was this. */
    private record Read(Optional<ChainHead> head, ChangeLog log, Optional<ChainFlaw> flaw) {}

    /**
     * The answer.
     *
     * @param total lines of the log
     * @param flaw the first thing that is wrong with it; null where it is as it was written
     * @param next parameter {@code before} of the next page; null where there is none
     */
    public record Answer(
            int total,
            @Nullable Flaw flaw,
            List<Line> changes,
            @Nullable Integer next) {}

    /**
     * What is wrong with the log.
     *
     * @param kind altered, missing or reordered
     * @param line of the topic, from 1 on
     */
    public record Flaw(String kind, int line, String what) {}

    /**
     * A change.
     *
     * @param at an instant, as text
     * @param what before and after, without secrets
     */
    public record Line(
            int seq, String at, String who, String action, String subject, String why, SortedMap<String, Object> what) {
        private static Optional<Line> read(byte[] json) {
            try {
                Change change = Change.fromJson(json);
                return Optional.of(new Line(
                        change.seq(),
                        change.at().toString(),
                        change.author().who(),
                        change.action(),
                        change.subject(),
                        change.author().why(),
                        change.what()));
            } catch (IllegalArgumentException | DateTimeException unreadable) {
                LOG.atDebug().setCause(unreadable).log("a line of the change log cannot be read");
                return Optional.empty();
            }
        }
    }

    /** Of a Kafka, whose rights are followed by a feed. */
    public ChangeList(AccessFeed feed, Map<String, Object> client) {
        this.feed = feed;
        this.reader = () -> ChangeLog.read(client, WITHIN);
    }

    /** Declares its route. */
    public void addTo(JavalinConfig config) {
        config.routes.get(PATH, this::answer, RouteRule.needs(Permission.SEE_CHANGES));
    }

    private void answer(Context ctx) {
        int before = before(ctx);
        Read read;
        try {
            read = read();
        } catch (AccessException away) {
            LOG.atWarn().setCause(away).log("the change log cannot be read");
            throw AccessProblem.ACCESS_UNAVAILABLE.exception();
        }
        ctx.header("Cache-Control", "no-store");
        ctx.header("X-Content-Type-Options", "nosniff");
        try {
            ctx.contentType("application/json").result(JSON.writeValueAsBytes(page(read, before)));
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("changes have no JSON form", defect);
        }
    }

    private static int before(Context ctx) {
        String given = ctx.queryParam("before");
        if (given == null) {
            return Integer.MAX_VALUE;
        }
        try {
            return Integer.parseInt(given);
        } catch (NumberFormatException notANumber) {
            throw AccessProblem.INVALID_PAGE.exception();
        }
    }

    /** Read again only where there is more. */
    private synchronized Read read() {
        Optional<ChainHead> head = feed.view().head();
        Read known = last;
        if (known == null || !known.head().equals(head)) {
            ChangeLog log = reader.get();
            known = new Read(head, log, log.flaw());
            last = known;
        }
        return known;
    }

    private static Answer page(Read read, int before) {
        List<byte[]> lines = read.log().lines();
        List<Line> page = new ArrayList<>();
        int at = Math.min(before - 1, lines.size());
        for (; at > 0 && page.size() < AT_ONCE; at--) {
            Line.read(lines.get(at - 1)).ifPresent(page::add);
        }
        Flaw flaw = read.flaw()
                .map(found -> new Flaw(WireName.of(found.kind()), found.line(), found.what()))
                .orElse(null);
        return new Answer(lines.size(), flaw, page, at > 0 ? Integer.valueOf(at + 1) : null);
    }
}
