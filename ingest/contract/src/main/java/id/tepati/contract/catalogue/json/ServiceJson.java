package id.tepati.contract.catalogue.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tepati.rules.ServiceId;
import id.tepati.rules.Stage;
import id.tepati.rules.calendar.CalendarId;
import id.tepati.rules.catalogue.ServiceVersion;

/** The part of an entry's JSON that describes a service. */
final class ServiceJson {
    private ServiceJson() {}

    static void write(ServiceVersion service, ObjectNode tree) {
        tree.put("name", service.name());
        if (service.calendar() != null) {
            tree.put("calendar", service.calendar().value());
        }
        if (!service.stages().isEmpty()) {
            ArrayNode stages = tree.putArray("stages");
            service.stages().forEach(stage -> stages.add(stage.value()));
        }
    }

    static ServiceVersion read(JsonFields fields) {
        String calendar = fields.textOrNull("calendar");
        return new ServiceVersion(
                new ServiceId(fields.text("id")),
                fields.number("version"),
                fields.effectiveFrom(),
                fields.knownFrom(),
                fields.text("name"),
                calendar == null ? null : new CalendarId(calendar),
                fields.texts("stages").stream().map(Stage::new).toList());
    }
}
