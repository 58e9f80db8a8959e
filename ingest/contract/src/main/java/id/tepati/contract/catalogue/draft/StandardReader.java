package id.tepati.contract.catalogue.draft;

import id.tepati.contract.catalogue.CatalogueEntry;
import id.tepati.contract.text.Parsers;
import id.tepati.contract.text.WithinText;
import id.tepati.contract.yaml.Fields;
import id.tepati.contract.yaml.Problems;
import id.tepati.rules.Published;
import id.tepati.rules.ServiceId;
import id.tepati.rules.Stage;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.Component;
import id.tepati.rules.catalogue.Promise;
import id.tepati.rules.catalogue.PromiseName;
import id.tepati.rules.catalogue.Standard;
import id.tepati.rules.catalogue.StandardScope;
import id.tepati.rules.catalogue.Within;
import id.tepati.rules.clock.ClockKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the standards of a draft. */
final class StandardReader implements EntryReader {
    private static final List<String> KEYS =
            List.of("unit", "type", "service", "sk", "effectiveFrom", "promises", "components");
    private static final List<String> PROMISE_KEYS = List.of("clock", "stage", "within", "target");
    private static final List<String> COMPONENT_KEYS =
            Stream.of(Component.values()).map(Component::id).toList();
    private static final String EVERY = "*";

    private final Problems problems;

    StandardReader(Problems problems) {
        this.problems = problems;
    }

    @Override
    public List<String> keys() {
        return KEYS;
    }

    @Override
    public @Nullable CatalogueEntry read(Fields fields) {
        int before = problems.count();
        if (fields.has("unit") && fields.has("type")) {
            fields.report(
                    "type",
                    "stands beside unit",
                    "keep unit for one unit, or type for all units of a type, or neither for every unit");
        }
        UnitId unit = fields.optional("unit", Parsers::unitId);
        String type = fields.optional("type", Parsers::id);
        boolean everyService = EVERY.equals(fields.optional("service", text -> text));
        ServiceId service = everyService ? null : fields.optional("service", Parsers::serviceId);
        LocalDate from = fields.orElse("effectiveFrom", Parsers::date, LocalDate.MIN);
        String sk = fields.required("sk", Parsers::text);
        List<Promise> promises = promises(fields);
        Map<Component, String> components = components(fields);
        if (sk == null || problems.count() > before) {
            return null;
        }
        return new CatalogueEntry.OfStandard(
                Published.draft(from, new Standard(new StandardScope(unit, type, service), sk, promises, components)));
    }

    private List<Promise> promises(Fields fields) {
        Set<PromiseName> named = new HashSet<>();
        List<Promise> inOrder = new ArrayList<>();
        if (fields.requireKey("promises") && fields.isEmptyList("promises")) {
            fields.report(
                    "promises",
                    "states no promise",
                    "state at least one; write within: unknown where no number was published");
        }
        for (Fields stated : fields.maps("promises", PROMISE_KEYS)) {
            Promise promise = promise(stated);
            if (promise != null && !named.add(promise.name())) {
                problems.add(
                        stated.place(),
                        "is a second promise for the clock " + promise.name(),
                        "keep one promise for each clock and stage");
            } else if (promise != null) {
                inOrder.add(promise);
            }
        }
        return inOrder;
    }

    private @Nullable Promise promise(Fields fields) {
        ClockKind clock = fields.required("clock", Parsers::clock);
        Within within = fields.required("within", WithinText::parse);
        BigDecimal target = fields.optional("target", Parsers::target);
        Stage stage = fields.orElse("stage", Parsers::stage, Stage.MAIN);
        if (clock != null && !clock.isStaged() && !stage.equals(Stage.MAIN)) {
            fields.report(
                    "stage",
                    "is no stage of the clock " + clock.id(),
                    "leave it out; waiting, re-waiting and serving have stages");
            return null;
        }
        return clock == null || within == null ? null : new Promise(clock, stage, within, target);
    }

    private Map<Component, String> components(Fields fields) {
        Map<Component, String> components = new EnumMap<>(Component.class);
        Fields texts = fields.map("components", COMPONENT_KEYS);
        if (texts != null) {
            for (Component component : Component.values()) {
                String text = texts.optional(component.id(), Parsers::text);
                if (text != null) {
                    components.put(component, text);
                }
            }
        }
        return components;
    }
}
