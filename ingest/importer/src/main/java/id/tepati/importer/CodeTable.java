package id.tepati.importer;

import id.tepati.contract.text.TextParser;
import id.tepati.contract.yaml.Fields;
import id.tepati.contract.yaml.FilePosition;
import id.tepati.contract.yaml.Problems;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The values that stand for what cells hold; cells are compared without regard to case. */
record CodeTable<T>(Map<String, T> codes) {
    CodeTable {
        codes = Map.copyOf(codes);
    }

    /** The value for a cell's text; empty where the table has none. */
    Optional<T> find(String text) {
        return Optional.ofNullable(codes.get(key(text)));
    }

    private static String key(String text) {
        return CellText.of(text).toLowerCase(Locale.ROOT);
    }

    /** Reads a table whose keys are texts of cells; null after what is wrong with it was reported. */
    static <T> @Nullable CodeTable<T> read(Fields fields, String key, TextParser<T> parser, Problems problems) {
        FilePosition at = fields.at(key);
        if (!(fields.node(key) instanceof MappingNode table)) {
            problems.add(at, "is no table", "write it as {TEXT OF A CELL: code, ANOTHER: code}");
            return null;
        }
        int before = problems.count();
        Map<String, T> codes = new HashMap<>();
        for (NodeTuple entry : table.getValue()) {
            String text = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            FilePosition place = at.field(text, entry.getKeyNode());
            T code = Fields.parse(entry.getValueNode(), place, parser, problems);
            if (code != null && codes.put(key(text), code) != null) {
                problems.add(place, "is given twice", "keep one; upper and lower case are the same here");
            }
        }
        return problems.count() > before ? null : new CodeTable<>(codes);
    }
}
