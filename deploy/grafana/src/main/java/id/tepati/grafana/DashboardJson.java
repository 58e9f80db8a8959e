package id.tepati.grafana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tepati.grafana.Dashboard.Link;
import id.tepati.grafana.Dashboard.Panel;
import id.tepati.grafana.Dashboard.Row;
import id.tepati.grafana.Dashboard.Variable;

/** Writes a dashboard in Grafana's classic JSON model, from Grafana 10 on. Panels flow from left to right. */
final class DashboardJson {
    private static final int SCHEMA_VERSION = 39;
    private static final int COLUMNS = 24;
    private static final String REFRESH = "30s";

    /** Where people reach Tepati; to be changed in the dashboard's settings. */
    private static final String TEPATI = "http://127.0.0.1:7070";

    private final ArrayNode panels = JsonNodeFactory.instance.arrayNode();
    private int id;
    private int x;
    private int y;
    private int lineHeight;

    private DashboardJson() {}

    static ObjectNode of(Dashboard dashboard) {
        DashboardJson json = new DashboardJson();
        dashboard.rows().forEach(json::addRow);
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.putNull("id");
        root.put("uid", dashboard.uid()).put("title", dashboard.title()).put("description", dashboard.about());
        root.putArray("tags").add("tepati");
        root.put("timezone", "browser").put("editable", true).put("graphTooltip", 1);
        root.put("schemaVersion", SCHEMA_VERSION).put("version", 1).put("refresh", REFRESH);
        root.putObject("time").put("from", dashboard.from()).put("to", "now");
        root.putObject("timepicker");
        root.putObject("annotations").putArray("list");
        addVariables(root.putObject("templating").putArray("list"), dashboard);
        ArrayNode links = root.putArray("links");
        Link link = dashboard.link();
        if (link != null) {
            addLink(links.addObject(), link);
        }
        root.set("panels", json.panels);
        return root;
    }

    private void addRow(Row row) {
        breakLine();
        ObjectNode heading = panels.addObject();
        heading.put("id", ++id).put("type", "row").put("title", row.title()).put("collapsed", false);
        place(heading, COLUMNS, 1);
        heading.putArray("panels");
        row.panels().forEach(this::addPanel);
    }

    private void addPanel(Panel panel) {
        ObjectNode json = PanelJson.of(++id, panel);
        place(json, panel.width(), panel.height());
        panels.add(json);
    }

    private void place(ObjectNode panel, int width, int height) {
        if (x + width > COLUMNS) {
            breakLine();
        }
        panel.putObject("gridPos").put("h", height).put("w", width).put("x", x).put("y", y);
        x += width;
        lineHeight = Math.max(lineHeight, height);
    }

    private void breakLine() {
        y += lineHeight;
        x = 0;
        lineHeight = 0;
    }

    private static void addVariables(ArrayNode list, Dashboard dashboard) {
        Variable choice = dashboard.variable();
        if (choice != null) {
            ObjectNode json = list.addObject();
            json.put("type", "query").put("name", choice.name()).put("label", choice.label());
            json.set("datasource", PanelJson.datasource());
            json.putObject("query").put("query", choice.values()).put("refId", choice.name());
            json.put("refresh", 2)
                    .put("sort", 1)
                    .put("hide", 0)
                    .put("multi", false)
                    .put("includeAll", false);
        }
        if (dashboard.link() != null) {
            list.addObject()
                    .put("type", "constant")
                    .put("name", "tepati")
                    .put("query", TEPATI)
                    .put("hide", 2)
                    .put("skipUrlSync", true);
        }
    }

    private static void addLink(ObjectNode json, Link link) {
        json.put("type", "link").put("title", link.title()).put("url", "${tepati}" + link.path());
        json.put("icon", "external link").put("tooltip", "").put("targetBlank", true);
        json.put("asDropdown", false).put("includeVars", false).put("keepTime", false);
        json.putArray("tags");
    }
}
