package id.tepati.contract.catalogue.draft;

import java.util.HashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** How problems name an entry of a list: by its id, a standard by its scope, else by its number from 1. */
final class EntryName {
    private EntryName() {}

    static String of(Node node, int number) {
        Map<String, String> texts = new HashMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key && tuple.getValueNode() instanceof ScalarNode value) {
                    texts.putIfAbsent(key.getValue(), value.getValue());
                }
            }
        }
        if (texts.containsKey("id")) {
            return texts.get("id");
        }
        if (!texts.containsKey("sk")) {
            return String.valueOf(number);
        }
        String whom = texts.containsKey("unit")
                ? "unit:" + texts.get("unit")
                : texts.containsKey("type") ? "type:" + texts.get("type") : "*";
        return whom + "/" + texts.getOrDefault("service", "*");
    }
}
