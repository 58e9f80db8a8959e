package id.tepati.grafana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tepati.grafana.Dashboard.Kind;
import id.tepati.grafana.Dashboard.Panel;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes one panel, all but its place. */
final class PanelJson {
    private static final String DATASOURCE = "tepati-prometheus";

    /** Labels that say which Prometheus job a row came from. */
    private static final List<String> NOT_SHOWN = List.of("Time", "__name__", "instance", "job");

    private final Panel panel;
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    private PanelJson(Panel panel) {
        this.panel = panel;
    }

    static ObjectNode of(int id, Panel panel) {
        PanelJson writing = new PanelJson(panel);
        writing.json.put("id", id).put("type", panel.kind().panelType()).put("title", panel.title());
        if (panel.about() != null) {
            writing.json.put("description", panel.about());
        }
        writing.json.set("datasource", datasource());
        writing.addTargets();
        writing.addFieldConfig();
        writing.addOptions();
        return writing.json;
    }

    static ObjectNode datasource() {
        return JsonNodeFactory.instance.objectNode().put("type", "prometheus").put("uid", DATASOURCE);
    }

    private void addTargets() {
        ArrayNode targets = json.putArray("targets");
        Map<String, String> columns = panel.columns();
        if (columns == null) {
            addTarget(targets, Objects.requireNonNull(panel.query()));
        } else {
            columns.values().forEach(query -> addTarget(targets, query));
            addTransformations(List.copyOf(columns.keySet()));
        }
    }

    private void addTarget(ArrayNode targets, String query) {
        boolean instant = panel.kind() == Kind.TABLE || panel.showsNames();
        String legend = panel.legend();
        ObjectNode target = targets.addObject();
        target.put("refId", refId(targets.size() - 1));
        target.set("datasource", datasource());
        target.put("expr", query).put("instant", instant).put("range", !instant);
        target.put("format", panel.kind() == Kind.TABLE ? "table" : "time_series");
        target.put("legendFormat", legend == null ? "__auto" : legend);
    }

    private static String refId(int at) {
        return String.valueOf((char) ('A' + at));
    }

    /** Rows of the queries that have the same labels become one row; a single query's column is called otherwise. */
    private void addTransformations(List<String> headings) {
        ArrayNode transformations = json.putArray("transformations");
        transformations.addObject().put("id", "merge").putObject("options");
        ObjectNode options = transformations.addObject().put("id", "organize").putObject("options");
        ObjectNode hidden = options.putObject("excludeByName");
        NOT_SHOWN.forEach(name -> hidden.put(name, true));
        options.putObject("indexByName");
        ObjectNode renamed = options.putObject("renameByName");
        for (int at = 0; at < headings.size(); at++) {
            renamed.put("Value #" + refId(at), headings.get(at));
        }
        if (headings.size() == 1) {
            renamed.put("Value", headings.get(0));
        }
    }

    private void addFieldConfig() {
        ObjectNode config = json.putObject("fieldConfig");
        ObjectNode defaults = config.putObject("defaults");
        defaults.put("unit", panel.unit() == null ? "short" : panel.unit());
        defaults.putArray("mappings");
        addColor(defaults);
        if (panel.kind() == Kind.COURSE) {
            defaults.putObject("custom")
                    .put("drawStyle", "line")
                    .put("lineWidth", 2)
                    .put("fillOpacity", 5)
                    .put("showPoints", "never")
                    .put("spanNulls", false);
        }
        ArrayNode overrides = config.putArray("overrides");
        Map<String, String> units = panel.units();
        if (units != null) {
            units.forEach((heading, unit) -> addOverride(overrides.addObject(), heading, unit));
        }
    }

    private void addColor(ObjectNode defaults) {
        ObjectNode color = defaults.putObject("color");
        if (panel.color() != null) {
            color.put("mode", "fixed").put("fixedColor", panel.color());
        } else {
            color.put("mode", panel.kind() == Kind.COURSE ? "palette-classic" : "thresholds");
        }
        ObjectNode step = defaults.putObject("thresholds")
                .put("mode", "absolute")
                .putArray("steps")
                .addObject();
        step.put("color", "text").putNull("value");
    }

    private static void addOverride(ObjectNode override, String heading, String unit) {
        override.putObject("matcher").put("id", "byName").put("options", heading);
        override.putArray("properties").addObject().put("id", "unit").put("value", unit);
    }

    private void addOptions() {
        ObjectNode options = json.putObject("options");
        switch (panel.kind()) {
            case NUMBER -> addNumberOptions(options);
            case COURSE -> {
                options.putObject("legend")
                        .put("displayMode", "list")
                        .put("placement", "bottom")
                        .put("showLegend", true)
                        .putArray("calcs");
                options.putObject("tooltip").put("mode", "multi").put("sort", "desc");
            }
            case TABLE -> options.put("showHeader", true).put("cellHeight", "sm");
        }
    }

    private void addNumberOptions(ObjectNode options) {
        ObjectNode reduce =
                options.putObject("reduceOptions").put("values", false).put("fields", "");
        reduce.putArray("calcs").add("lastNotNull");
        options.put("orientation", "auto").put("justifyMode", "auto");
        options.put("textMode", panel.showsNames() ? "name" : "value");
        options.put("colorMode", panel.color() == null ? "value" : "background");
        options.put("graphMode", panel.showsNames() ? "none" : "area");
    }
}
