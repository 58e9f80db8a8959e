package id.tepati.contract.catalogue.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tepati.rules.ServiceId;
import id.tepati.rules.Stage;
import id.tepati.rules.calendar.CalendarId;
import id.tepati.rules.catalogue.Service;

/** The part of an entry's JSON that describes a service. */
final class ServiceJson {
    private ServiceJson() {}

    static ObjectNode write(Service service, ObjectNode tree) {
        tree.put("name", service.name());
        if (service.calendar() != null) {
            tree.put("calendar", service.calendar().value());
        }
        if (!service.stages().isEmpty()) {
            ArrayNode stages = tree.putArray("stages");
            service.stages().forEach(stage -> stages.add(stage.value()));
        }
        return tree;
    }

    static Service read(JsonFields fields) {
        String calendar = fields.textOrNull("calendar");
        return new Service(
                new ServiceId(fields.text("id")),
                fields.text("name"),
                calendar == null ? null : new CalendarId(calendar),
                fields.texts("stages").stream().map(Stage::new).toList());
    }
}
