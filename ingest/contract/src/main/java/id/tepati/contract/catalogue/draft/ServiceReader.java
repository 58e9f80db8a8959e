package id.tepati.contract.catalogue.draft;

import id.tepati.contract.catalogue.CatalogueEntry;
import id.tepati.contract.text.Parsers;
import id.tepati.contract.yaml.Fields;
import id.tepati.contract.yaml.FilePosition;
import id.tepati.contract.yaml.Problems;
import id.tepati.rules.Published;
import id.tepati.rules.ServiceId;
import id.tepati.rules.Stage;
import id.tepati.rules.calendar.CalendarId;
import id.tepati.rules.catalogue.Service;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the services of a draft. */
final class ServiceReader implements EntryReader {
    private static final List<String> KEYS = List.of("id", "effectiveFrom", "name", "calendar", "stages");

    private final Problems problems;

    ServiceReader(Problems problems) {
        this.problems = problems;
    }

    @Override
    public List<String> keys() {
        return KEYS;
    }

    @Override
    public @Nullable CatalogueEntry read(Fields fields) {
        int before = problems.count();
        ServiceId id = fields.required("id", Parsers::serviceId);
        LocalDate from = fields.orElse("effectiveFrom", Parsers::date, LocalDate.MIN);
        String name = fields.required("name", Parsers::text);
        CalendarId calendar = fields.optional("calendar", Parsers::calendarId);
        List<Stage> stages = stages(fields);
        return id == null || name == null || problems.count() > before
                ? null
                : new CatalogueEntry.OfService(Published.draft(from, new Service(id, name, calendar, stages)));
    }

    private List<Stage> stages(Fields fields) {
        List<Stage> stages = new ArrayList<>();
        int number = 0;
        for (Node node : fields.list("stages")) {
            FilePosition place = fields.at("stages").element(String.valueOf(++number), node);
            Stage stage = Fields.parse(node, place, Parsers::stage, problems);
            if (stage != null && stages.contains(stage)) {
                problems.add(
                        place, "is the stage " + stage + " again", "list every stage once, in the order of a visit");
            } else if (stage != null) {
                stages.add(stage);
            }
        }
        return stages;
    }
}
