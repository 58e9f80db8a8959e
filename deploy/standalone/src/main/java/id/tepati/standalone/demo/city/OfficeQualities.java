package id.tepati.standalone.demo.city;

import id.tepati.rules.catalogue.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which offices are good, fair and poor (bad): so many of each type, which ones decides the seed. */
final class OfficeQualities {
    private static final QualityCounts OF_FEW = new QualityCounts(1, 2, 0);
    private static final Map<String, QualityCounts> COUNTS = Map.of(
            "kelurahan", new QualityCounts(6, 12, 1),
            "puskesmas", OF_FEW,
            "kecamatan", OF_FEW,
            "opd", OF_FEW,
            "rsud", new QualityCounts(0, 1, 0));
    private static final QualityCounts GOOD_ONES = new QualityCounts(0, 0, 0);
    private static final double SPREAD_OF_SIZE = 0.25;

    private final long seed;

    OfficeQualities(long seed) {
        this.seed = seed;
    }

    /** How many of a type are poor, fair, silent; one upload in the evening comes with the silent ones. */
    private record QualityCounts(int poor, int fair, int silent) {}

    /** Every unit with its quality, ordered by id. */
    List<Office> of(List<Unit> units) {
        Map<String, List<Unit>> byType =
                units.stream().collect(Collectors.groupingBy(Unit::type, TreeMap::new, Collectors.toList()));
        return byType.values().stream()
                .flatMap(this::assigned)
                .sorted(Comparator.comparing(Office::id))
                .toList();
    }

    private Stream<Office> assigned(List<Unit> ofOneType) {
        List<Unit> shuffled = ofOneType.stream()
                .sorted(Comparator.comparingDouble(
                                (Unit unit) -> dice("place", unit).fraction())
                        .thenComparing(Unit::id))
                .toList();
        QualityCounts cast = COUNTS.getOrDefault(shuffled.get(0).type(), GOOD_ONES);
        return IntStream.range(0, shuffled.size()).mapToObj(place -> office(shuffled.get(place), place, cast));
    }

    /** The first are poor, the next fair, then comes a good one that falls silent and one that is offline by day. */
    private Office office(Unit unit, int place, QualityCounts cast) {
        int good = cast.poor + cast.fair;
        OfficeQuality quality =
                place < cast.poor ? OfficeQuality.POOR : place < good ? OfficeQuality.FAIR : OfficeQuality.GOOD;
        boolean special = place >= good && place < good + 2 * cast.silent;
        OfficeConnection connection = !special
                ? OfficeConnection.ONLINE
                : place < good + cast.silent ? OfficeConnection.SILENT : OfficeConnection.EVENING;
        return new Office(unit, quality, connection, dice("size", unit).factor(SPREAD_OF_SIZE));
    }

    private SeededRandom dice(String what, Unit unit) {
        return SeededRandom.of(seed, what, unit.id());
    }
}
