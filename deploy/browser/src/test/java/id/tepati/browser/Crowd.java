package id.tepati.browser;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sixty more invented kelurahan, which never close, so that a city has as many units as a city has. */
final class Crowd {
    static final String SERVICE = "legalisasi";

    private static final int SIZE = 60;
    private static final List<String> FIRST =
            List.of("Candra", "Bayu", "Tirta", "Watu", "Sekar", "Embun", "Purnama", "Niskala");
    private static final List<String> SECOND =
            List.of("Kidung", "Lazuardi", "Selasih", "Wening", "Gandewa", "Rahayu", "Lembayung", "Kelana");

    private Crowd() {}

    /**
     * One of them.
     *
     * @param files how many it decided yesterday
     * @param late how many of these after the promised hour
     * @param lying how many of today it has left lying
     */
    record Office(String id, String name, int files, int late, int lying) {
        private static Office at(int place) {
            String name = FIRST.get(place % FIRST.size()) + " " + SECOND.get(place / FIRST.size());
            String id = "kel-" + name.toLowerCase(Locale.ROOT).replace(' ', '-');
            return switch (place % 5) {
                case 0, 1 -> new Office(id, name, 9, 1 + place % 7, place % 2);
                case 2 -> new Office(id, name, 3, place % 3 == 0 ? 1 : 0, 0);
                default -> new Office(id, name, 9, 0, place % 10 == 3 ? 1 : 0);
            };
        }
    }

    static Stream<Office> offices() {
        return IntStream.range(0, SIZE).mapToObj(Office::at);
    }

    static String catalogue() {
        String units = offices()
                .map(office -> "  - {id: " + office.id + ", name: Kelurahan " + office.name
                        + ", type: kelurahan, parent: kec-anggrek, zone: Asia/Jakarta, calendar: buka-24-jam}\n")
                .collect(Collectors.joining());
        String standards = offices()
                .map(office -> "  - {unit: " + office.id + ", service: " + SERVICE + ", sk: SK 140/001/KEL/2025"
                        + ", promises: [{clock: completion, within: 60 minutes, target: 90%}]}\n")
                .collect(Collectors.joining());
        return "units:\n" + units + "standards:\n" + standards;
    }
}
