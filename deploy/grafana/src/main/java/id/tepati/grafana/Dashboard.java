package id.tepati.grafana;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dashboard as the source describes it; {@code dashboards.yaml} says what each field means.
 *
 * @param uid names it in addresses, and the file it is written to
 * @param from beginning of the time shown at first, for instance {@code now-24h}
 * @param variable what a reader chooses; null for nothing
 * @param link to Tepati itself; null for none
 */
record Dashboard(
        String uid,
        String title,
        String about,
        String from,
        @Nullable Variable variable,
        @Nullable Link link,
        List<Row> rows) {

    /** A choice; {@code values} is a question to Prometheus. */
    record Variable(String name, String label, String values) {}

    /** A way to Tepati; the path begins with a slash. */
    record Link(String title, String path) {}

    /** Panels under one heading. */
    record Row(String title, List<Panel> panels) {}

    /** How a panel shows its series. */
    enum Kind {
        @JsonProperty("number")
        NUMBER("stat"),
        @JsonProperty("course")
        COURSE("timeseries"),
        @JsonProperty("table")
        TABLE("table");

        private final String panelType;

        Kind(String panelType) {
            this.panelType = panelType;
        }

        String panelType() {
            return panelType;
        }
    }

    /**
     * One panel.
     *
     * @param width of 24 columns
     * @param unit Grafana's id of the unit of its values; null for plain numbers
     * @param color of the background; null for the usual one
     * @param query in PromQL, unless it is a table
     * @param columns of a table: heading to PromQL
     * @param units of columns by their heading
     * @param legend template of the name of a series; null for its labels
     * @param show {@code name} to show names instead of values
     */
    record Panel(
            String title,
            @Nullable String about,
            Kind kind,
            int width,
            int height,
            @Nullable String unit,
            @Nullable String color,
            @Nullable String query,
            @Nullable Map<String, String> columns,
            @Nullable Map<String, String> units,
            @Nullable String legend,
            @Nullable String show) {
        Panel {
            if ((kind == Kind.TABLE) != (columns != null) || (kind == Kind.TABLE) != (query == null)) {
                throw new IllegalArgumentException("a table has columns, any other panel a query: " + title);
            }
        }

        boolean showsNames() {
            return "name".equals(show);
        }
    }
}
