package id.tepati.dashboard.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import id.tepati.contract.text.WithinText;
import id.tepati.dashboard.store.Model;
import id.tepati.rules.Published;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.Component;
import id.tepati.rules.catalogue.Promise;
import id.tepati.rules.catalogue.Service;
import id.tepati.rules.catalogue.Standard;
import id.tepati.rules.catalogue.Terms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a unit promises today. */
public final class Standards {
    private Standards() {}

    /** The answer, services ordered by id. */
    public record Answer(
            String unit,
            LocalDate day,
            @JsonProperty("catalogRevision") long catalogueRevision,
            List<OfService> services,
            @Nullable String next) {}

    /**
     * A service of the catalogue.
     *
     * @param standard null where none is in force
     */
    public record OfService(
            String service,
            String name,
            String calendar,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            InForce standard) {}

    /**
     * The standard in force.
     *
     * @param effectiveFrom absent where it holds since ever
     * @param components what was published about them, by id
     */
    public record InForce(
            String scope,
            int version,
            String sk,
            @Nullable LocalDate effectiveFrom,
            List<Promised> promises,
            Map<String, String> components) {
        static InForce of(Published<Standard> version) {
            Standard standard = version.content();
            Map<String, String> components = new TreeMap<>();
            standard.components().forEach((Component component, String text) -> components.put(component.id(), text));
            return new InForce(
                    standard.scope().id(),
                    version.version(),
                    standard.sk(),
                    version.effectiveFrom().equals(LocalDate.MIN) ? null : version.effectiveFrom(),
                    standard.promises().stream().map(Promised::of).toList(),
                    components);
        }
    }

    /**
     * A promise of the standard.
     *
     * @param within as the catalogue writes it, for instance {@code 30 office-minutes}
     * @param target null where none was set
     */
    public record Promised(
            String clock,
            String promise,
            String within,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            BigDecimal target) {
        static Promised of(Promise promise) {
            return new Promised(
                    promise.clock().id(),
                    promise.name().value(),
                    WithinText.format(promise.within()),
                    promise.target());
        }
    }

    /** Every service of the catalogue at a published unit, empty where the unit was never published. */
    public static Optional<Answer> answer(Model model, UnitId unit, Page.Wanted wanted, Instant now) {
        return model.catalogue().unit(unit).map(known -> {
            Page<Service> page = Page.of(
                    model.catalogue().catalogue().services(),
                    service -> service.id().value(),
                    wanted);
            return new Answer(
                    unit.value(),
                    LocalDate.ofInstant(now, known.zone()),
                    model.catalogue().revision(),
                    page.items().stream()
                            .map(service -> ofService(model, unit, service, now))
                            .toList(),
                    page.next());
        });
    }

    private static OfService ofService(Model model, UnitId unit, Service service, Instant now) {
        Terms terms = model.catalogue().termsNow(unit, service.id(), now).orElseThrow();
        Published<Standard> standard = terms.standard();
        return new OfService(
                service.id().value(),
                service.name(),
                terms.calendarId().value(),
                standard == null ? null : InForce.of(standard));
    }
}
