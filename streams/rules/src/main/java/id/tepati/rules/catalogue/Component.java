package id.tepati.rules.catalogue;

import id.tepati.rules.WireName;
import java.util.Map;
import java.util.Optional;

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

    private static final Map<String, Component> BY_ID = WireName.index(values());

    /** The component with the given id. */
    public static Optional<Component> ofId(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** Its id in the catalogue, for instance {@code jangka-waktu}. */
    public String id() {
        return WireName.of(this);
    }
}
