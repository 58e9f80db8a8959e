package id.tepati.dashboard.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
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
        static Item of(Published<Unit> version) {
            Unit unit = version.content();
            UnitId parent = unit.parent();
            return new Item(
                    unit.id().value(),
                    unit.name(),
                    unit.type(),
                    parent == null ? null : parent.value(),
                    unit.zone().getId(),
                    unit.calendar().value(),
                    version.version(),
                    version.effectiveFrom().equals(LocalDate.MIN) ? null : version.effectiveFrom());
        }
    }

    /** Every unit ever published. */
    public static Answer answer(Model model, Page.Wanted wanted) {
        Page<Published<Unit>> page = Page.of(
                model.catalogue().catalogue().unitVersions(),
                unit -> unit.content().id().value(),
                wanted);
        return new Answer(
                model.catalogue().revision(),
                UnitStatus.DAYS,
                page.items().stream().map(Item::of).toList(),
                page.next());
    }
}
