package id.tepati.dashboard.glossary;

import id.tepati.rules.WireName;
import id.tepati.rules.standing.UnitStatus;
import java.util.List;

/** Every figure that is shown anywhere, with its formula and where it stands. Its words are in the bundles beside it. */
public enum Figure {
    OPENED("opened = |{clock : start day in period}|", "opened", ""),
    NO_PROMISE("noPromise = |{clock : opened, no number}|", "noPromise", ""),
    ON_TIME("onTime = |{clock : stop <= due}|", "onTime", ""),
    LATE("late = |{clock : due < stop or due < as-of while open}|", "late", ""),
    LATE_OPEN("lateOpen = |{clock : late, open}|", "lateOpen", ""),
    LATE_CASES("late = |{case : some open clock is late}|", "UnitStanding.late Summary.late", ""),
    WAITING_LATE("late = (due < as-of)", "Waiting.late", ""),
    CANCELLED("cancelled = |{clock : ended without a stop, not late}|", "cancelled", ""),
    UNSERVED("unserved = |{waiting : service day ended, due not passed}|", "unserved", ""),
    VERDICTS("n = onTime + late", "n", "tepati_promise_verdicts"),
    ATTAINMENT("attainment = onTime / n", "attainment", "tepati_promise_attainment_ratio"),
    INTERVAL("low, high = (p + z²/2n ∓ z √(p(1−p)/n + z²/4n²)) / (1 + z²/n), z = 1.96", "low high", ""),
    FEW_VERDICTS("fewVerdicts = (n < " + UnitStatus.ENOUGH + ")", "fewVerdicts", ""),
    OPEN_CLOCKS("open = |{clock : not ended at as-of}|", "ComplianceRow.open", "tepati_promise_open_cases"),
    OPEN_CASES("open = |{case : some clock not ended}|", "UnitStanding.open Summary.open", ""),
    IS_OPEN("open = (no end at as-of)", "open", ""),
    QUEUE_OPEN("open = (as-of in an opening window)", "Queue.open", ""),
    AT_RISK("atRisk = |{clock : open, not late, used >= 80 %}|", "atRisk", ""),
    NEAR_DUE("nearDue = |{case : open, no clock late, some clock at risk}|", "UnitStanding.atRisk Summary.nearDue", ""),
    DURATIONS("n = |{clock : stopped}|", "Durations.n", ""),
    MEAN("mean = Σ duration / number", "mean", ""),
    QUANTILES("p50, p90, p95 = nearest rank", "p50 p90 p95", ""),
    MAX("max = max(duration)", "max", ""),
    SECONDS("seconds = stop − start − pauses", "seconds", ""),
    USED("used = time used / promise", "Shares.p50 Shares.p90 used", ""),
    TARGET("target = share set for the promise", "target", "tepati_promise_target_ratio"),
    KEPT("kept = (attainment >= target)", "kept", "tepati_promise_kept"),
    STATUS(
            "status = worst over promises of (no-data: n = 0; no-target; kept: attainment >= target; at-risk: below, n < "
                    + UnitStatus.ENOUGH + "; not-kept: below, n >= " + UnitStatus.ENOUGH + ")",
            "status",
            "tepati_unit_state"),
    UNITS(
            "units = kept + atRisk + notKept + noTarget + noData",
            "Summary.units Summary.kept Summary.atRisk Summary.notKept Summary.noTarget Summary.noData",
            ""),
    DAYS("days = " + UnitStatus.DAYS, "days", ""),
    STATE("final ⇔ every day of the line has settled", "state finalTo", ""),
    RESTATED("revision = |{restatement : touches the line}|", "revision", ""),
    UNIT_REVISION("", "UnitStanding.revision", ""),
    RESTATED_CASES("cases = |{case : changed the day}|", "Restatement.cases", ""),
    SILENT_SOURCES("silent = |{source : open time since last heard >= 3 heartbeats}|", "UnitStanding.silent", ""),
    SILENT(
            "silent = (open time since last heard >= 3 heartbeats)",
            "silent",
            "tepati_source_silent tepati_source_silence_seconds"),
    FRESHNESS("freshness = now − as-of", "freshness staleAfter", "tepati_read_model_freshness_seconds"),
    OLDEST_OVERDUE("max(as-of − due) over open cases", "", "tepati_unit_oldest_overdue_seconds"),
    LAST_SEEN("", "", "tepati_unit_last_seen_timestamp_seconds"),
    WAITING(
            "waiting = |{ticket : waits for its first call, or again; window open}|",
            "waiting",
            "tepati_queue_waiting"),
    OLDEST_WAIT(
            "oldestWait = as-of − earliest start of those waiting", "oldestWait", "tepati_queue_oldest_wait_seconds"),
    SERVING("serving = |{ticket : called, not served}|", "serving", ""),
    SERVED_LAST_HOUR("|{ticket : served in (as-of − 1 h, as-of)}|", "servedLastHour", ""),
    FINISHED("total = Σ finished since midnight", "finished CoursePoint.total CoursePoint.late", ""),
    USUAL("usual = median(total at this hour, same weekday, four weeks)", "usual", ""),
    TOTAL("total = |rows on all pages|", "total", ""),
    CASE_TOTAL("caseTotal = |distinct cases|", "caseTotal", ""),
    OUTCOME("on-time: stop <= due; late: due passed first", "outcome", ""),
    CYCLE("", "cycle", ""),
    BASIS("", "basis", ""),
    PROVISIONAL("", "provisional", ""),
    EVENT_MARKS("", "withoutEffect voided skewed", ""),
    INCOMPLETE(
            "|{case : events without an opening event}|",
            "incomplete IncompleteCase.events SystemStatus.incomplete.cases",
            ""),
    VERSIONS("", "version standardVersion calendarVersion catalogRevision", ""),
    LOADING("records / of", "Loading.sources Loading.records Loading.of", "tepati_unit_history_loading"),
    RECEIVED("received = counted + duplicate + dead + heartbeats", "received", ""),
    COUNTED("", "counted", ""),
    DUPLICATE("", "duplicate", ""),
    DEAD("dead = at gateway + at pipeline", "dead atGateway", ""),
    MISPLACED("", "misplaced", ""),
    AHEAD("max(time − received)", "aheadMillis", ""),
    UNKNOWN_FIELDS("", "unknownFields", ""),
    BEHIND("published − read", "behind", "tepati_read_model_behind_records"),
    HELD(
            "",
            "ModelSizes.cases ModelSizes.tallies ModelSizes.deadLetters ModelSizes.records ModelSizes.unreadable ModelSizes.loadSeconds",
            "tepati_read_model_size tepati_read_model_records tepati_read_model_unreadable tepati_read_model_load_seconds");

    private final String symbols;
    private final String fields;
    private final String metrics;

    /**
     * A figure.
     *
     * @param symbols its formula, of names of fields; empty where it is counted, not computed
     * @param fields where it stands in answers, with spaces between, as schema and field of the description of the API; a field without a
     *     schema is meant in every schema of which no figure names it
     * @param metrics by which names Prometheus knows it, with spaces between
     */
    Figure(String symbols, String fields, String metrics) {
        this.symbols = symbols;
        this.fields = fields;
        this.metrics = metrics;
    }

    /** Its name on the wire, for instance {@code late-open}. */
    public String key() {
        return WireName.of(this);
    }

    String symbols() {
        return symbols;
    }

    /** Where it stands in answers. */
    public List<String> fields() {
        return words(fields);
    }

    /** By which names Prometheus knows it. */
    public List<String> metrics() {
        return words(metrics);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }
}
