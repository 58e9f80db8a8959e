package id.tepati.dashboard.metrics;

import id.tepati.dashboard.query.CitySample.OfUnit;
import id.tepati.dashboard.standing.UnitQueue;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.Unit;
import id.tepati.rules.standing.UnitStatus;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The gauges of units: at most eleven series for each. */
final class UnitGauges {
    private final GaugeFamily info =
            new GaugeFamily("tepati_unit_info", "Always 1; name, type and parent of a unit, to be joined by its id");
    private final GaugeFamily state = new GaugeFamily(
            "tepati_unit_state",
            "1 for the state of the unit by its worst promise over " + UnitStatus.DAYS
                    + " days, no-data while all of its sources are silent, 0 for the others; absent where it only gathers");
    private final GaugeFamily oldestOverdue = new GaugeFamily(
            "tepati_unit_oldest_overdue_seconds",
            "For how long the most overdue open case has been overdue; 0 without any");
    private final GaugeFamily lastSeen = new GaugeFamily(
            "tepati_unit_last_seen_timestamp_seconds", "When any source of the unit was last heard of, in Unix time");
    private final GaugeFamily loading = new GaugeFamily(
            "tepati_unit_history_loading",
            "1 while history of the unit comes in, so that its figures are provisional, else 0");

    private final GaugeFamily waiting =
            new GaugeFamily("tepati_queue_waiting", "People waiting to be called; absent where no queue is open");
    private final GaugeFamily oldestWait = new GaugeFamily(
            "tepati_queue_oldest_wait_seconds",
            "For how long the one has waited who has waited longest; 0 where nobody waits, absent where no queue is open");

    private UnitGauges() {}

    static List<GaugeSnapshot> of(List<OfUnit> units) {
        UnitGauges gauges = new UnitGauges();
        units.forEach(gauges::add);
        return Stream.of(
                        gauges.info,
                        gauges.state,
                        gauges.oldestOverdue,
                        gauges.lastSeen,
                        gauges.loading,
                        gauges.waiting,
                        gauges.oldestWait)
                .map(GaugeFamily::snapshot)
                .toList();
    }

    private void add(OfUnit unit) {
        Unit version = unit.unit();
        String id = version.id().value();
        UnitId parent = version.parent();
        String above = parent == null ? "" : parent.value();
        info.add(1, Labels.of("unit", id, "name", version.name(), "type", version.type(), "parent", above));
        if (unit.state() != null) {
            for (UnitStatus each : UnitStatus.values()) {
                state.add(each == unit.state() ? 1 : 0, Labels.of("unit", id, "state", each.wireName()));
            }
        }
        oldestOverdue.add(unit.oldestOverdue().toSeconds(), Labels.of("unit", id));
        Instant seen = unit.lastSeen();
        if (seen != null) {
            lastSeen.add(seen.getEpochSecond(), Labels.of("unit", id));
        }
        loading.add(unit.loading() ? 1 : 0, Labels.of("unit", id));
        UnitQueue.People queue = unit.queue();
        if (queue != null) {
            waiting.add(queue.waiting(), Labels.of("unit", id));
            oldestWait.add(queue.oldestWait().toSeconds(), Labels.of("unit", id));
        }
    }
}
