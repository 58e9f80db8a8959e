package id.tepati.pipeline.app;

import id.tepati.pipeline.catalogue.PublishedCatalogue;
import id.tepati.rules.Published;
import id.tepati.rules.catalogue.Catalogue;
import id.tepati.rules.oracle.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The catalogue of a world, of which the tasks learn every version some seconds before it is known from. */
final class GrowingCatalogue implements PublishedCatalogue {
    private static final Duration LEAD = Duration.ofSeconds(10);

    private final World world;
    private Edition edition = new Edition(Catalogue.EMPTY, 0);

    GrowingCatalogue(World world) {
        this.world = world;
    }

    /** It is that late now. */
    void grow(Instant now) {
        Instant until = now.plus(LEAD);
        var units = published(world.units(), until);
        var services = published(world.services(), until);
        var standards = published(world.standards(), until);
        var calendars = published(world.calendars(), until);
        long entries = units.size() + services.size() + standards.size() + calendars.size();
        if (entries > edition.entries()) {
            edition = new Edition(new Catalogue(units, services, standards, calendars), entries);
        }
    }

    private static <T> List<Published<T>> published(List<Published<T>> versions, Instant until) {
        return versions.stream()
                .filter(version -> !version.knownFrom().isAfter(until))
                .toList();
    }

    @Override
    public Edition newest() {
        return edition;
    }

    @Override
    public Edition reaching(Instant recordTime) {
        return edition;
    }
}
