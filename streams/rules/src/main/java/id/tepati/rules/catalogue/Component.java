package id.tepati.rules.catalogue;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The 14 components of a standar pelayanan (PermenPANRB 15/2014): six of service delivery, which the public sees,
 * and eight of manufacturing.
 */
public enum Component {
    PERSYARATAN,
    PROSEDUR,
    JANGKA_WAKTU,
    BIAYA,
    PRODUK,
    PENGADUAN,
    DASAR_HUKUM,
    SARANA,
    KOMPETENSI,
    PENGAWASAN,
    JUMLAH_PELAKSANA,
    JAMINAN_PELAYANAN,
    JAMINAN_KEAMANAN,
    EVALUASI;

    /** The component with the given id. */
    public static Optional<Component> ofId(String id) {
        return Stream.of(values())
                .filter(component -> component.id().equals(id))
                .findFirst();
    }

    /** Its id in the catalogue, for instance {@code jangka-waktu}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
