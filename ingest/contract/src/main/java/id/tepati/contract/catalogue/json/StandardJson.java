package id.tepati.contract.catalogue.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tepati.contract.text.BadText;
import id.tepati.contract.text.Parsers;
import id.tepati.contract.text.WithinText;
import id.tepati.rules.ServiceId;
import id.tepati.rules.Stage;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.Component;
import id.tepati.rules.catalogue.Promise;
import id.tepati.rules.catalogue.Standard;
import id.tepati.rules.catalogue.StandardScope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of an entry's JSON that describes a standard. A target is a share in decimal text, such as "0.95". */
final class StandardJson {
    private StandardJson() {}

    static ObjectNode write(Standard standard, ObjectNode tree) {
        StandardScope scope = standard.scope();
        if (scope.unit() != null) {
            tree.put("unit", scope.unit().value());
        }
        if (scope.unitType() != null) {
            tree.put("type", scope.unitType());
        }
        if (scope.service() != null) {
            tree.put("service", scope.service().value());
        }
        tree.put("sk", standard.sk());
        ArrayNode promises = tree.putArray("promises");
        standard.promises().forEach(promise -> write(promise, promises.addObject()));
        if (!standard.components().isEmpty()) {
            ObjectNode components = tree.putObject("components");
            for (Component component : Component.values()) {
                if (standard.components().containsKey(component)) {
                    components.put(component.id(), standard.components().get(component));
                }
            }
        }
        return tree;
    }

    static Standard read(JsonFields fields) throws BadText {
        List<Promise> promises = new ArrayList<>();
        for (JsonFields promise : fields.objects("promises")) {
            promises.add(promise(promise));
        }
        String unit = fields.textOrNull("unit");
        String service = fields.textOrNull("service");
        return new Standard(
                new StandardScope(
                        unit == null ? null : new UnitId(unit),
                        fields.textOrNull("type"),
                        service == null ? null : new ServiceId(service)),
                fields.text("sk"),
                promises,
                components(fields));
    }

    private static void write(Promise promise, ObjectNode tree) {
        tree.put("clock", promise.clock().id());
        if (!promise.stage().equals(Stage.MAIN)) {
            tree.put("stage", promise.stage().value());
        }
        tree.put("within", WithinText.format(promise.within()));
        BigDecimal target = promise.target();
        if (target != null) {
            tree.put("target", target.stripTrailingZeros().toPlainString());
        }
    }

    private static Promise promise(JsonFields fields) throws BadText {
        String stage = fields.textOrNull("stage");
        return new Promise(
                Parsers.clock(fields.text("clock")),
                stage == null ? Stage.MAIN : new Stage(stage),
                WithinText.parse(fields.text("within")),
                target(fields.textOrNull("target")));
    }

    private static @Nullable BigDecimal target(@Nullable String text) {
        return text == null ? null : new BigDecimal(text).stripTrailingZeros();
    }

    private static Map<Component, String> components(JsonFields fields) {
        Map<Component, String> components = new EnumMap<>(Component.class);
        if (fields.node("components") != null) {
            JsonFields texts = new JsonFields(fields.node("components"));
            for (Component component : Component.values()) {
                String text = texts.textOrNull(component.id());
                if (text != null) {
                    components.put(component, text);
                }
            }
        }
        return components;
    }
}
