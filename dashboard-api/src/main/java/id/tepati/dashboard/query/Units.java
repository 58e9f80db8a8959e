package id.tepati.dashboard.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import id.tepati.dashboard.store.CatalogueView;
import id.tepati.dashboard.store.Model;
import id.tepati.rules.Published;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.Unit;
import id.tepati.rules.standing.UnitStatus;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tree of units as a list. */
public final class Units {
    private Units() {}

    /**
     * The answer, ordered by id.
     *
     * @param days the local days, today included, by which units are judged
     */
    public record Answer(
            @JsonProperty("catalogRevision") long catalogueRevision,
            int days,
            List<Item> units,
            @Nullable String next) {}

    /**
     * A unit by its newest version.
     *
     * @param parent null at a root
     * @param effectiveFrom first day of this version; absent where it holds since ever
     */
    public record Item(
            String id,
            String name,
            String type,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String parent,

            String zone,
            String calendar,
            int version,
            @Nullable LocalDate effectiveFrom) {
        static Item of(Published<Unit> version, CatalogueView catalogue) {
            Unit unit = version.content();
            return new Item(
                    unit.id().value(),
                    unit.name(),
                    unit.type(),
                    catalogue.parent(unit).map(UnitId::value).orElse(null),
                    unit.zone().getId(),
                    unit.calendar().value(),
                    version.version(),
                    version.effectiveFrom().equals(LocalDate.MIN) ? null : version.effectiveFrom());
        }
    }

    /** Every unit ever published that is seen. */
    public static Answer answer(Model model, Page.Wanted wanted) {
        CatalogueView catalogue = model.catalogue();
        Page<Published<Unit>> page = Page.of(
                catalogue.catalogue().unitVersions().stream()
                        .filter(unit -> catalogue.knows(unit.content().id()))
                        .toList(),
                unit -> unit.content().id().value(),
                wanted);
        return new Answer(
                catalogue.revision(),
                UnitStatus.DAYS,
                page.items().stream().map(unit -> Item.of(unit, catalogue)).toList(),
                page.next());
    }
}
