package id.tepati.standalone.demo.city;

import id.tepati.rules.ServiceId;
import java.util.List;

/**
 * What is asked of an office on a usual day.
 *
 * @param of type of the offices, or the id of one
 * @param perDay cases of an office of usual size
 */
record Demand(String of, Kind kind, ServiceId service, double perDay) {
    /** What a case of it is. */
    enum Kind {
        FILE("loket"),
        COMPLAINT("aduan");

        private final String desk;

        Kind(String desk) {
            this.desk = desk;
        }

        /** Kind of the source that tells of it. */
        String desk() {
            return desk;
        }
    }

    private static final List<Demand> ALL = List.of(
            file("kelurahan", "sk-domisili", 2),
            file("kelurahan", "pengantar-skck", 2),
            file("kelurahan", "sktm", 1.8),
            file("kelurahan", "pengantar-nikah", 0.5),
            file("kelurahan", "sk-kematian", 0.5),
            file("kecamatan", "ktp-el", 9),
            file("kecamatan", "dispensasi-nikah", 1.5),
            file("kecamatan", "ahli-waris", 2),
            file("disdukcapil", "ktp-el", 45),
            file("disdukcapil", "kk", 35),
            file("disdukcapil", "kia", 15),
            file("disdukcapil", "akta-kelahiran", 20),
            file("disdukcapil", "pindah-datang", 8),
            file("dpmptsp", "nib", 14),
            file("dpmptsp", "sip-dokter", 5),
            file("dpmptsp", "pbg", 4),
            file("mpp", "ktp-el", 25),
            file("mpp", "nib", 10),
            file("mpp", "paspor", 15),
            file("dinsos", "rekomendasi-bansos", 14),
            file("dinkes", "sip-perawat", 5),
            file("dinkes", "laik-higiene", 1.5),
            file("disdik", "legalisir-ijazah", 9),
            file("disdik", "mutasi-siswa", 3),
            complaint("kelurahan", "pengaduan", 0.4),
            complaint("kelurahan", "permintaan-informasi", 0.3),
            complaint("kecamatan", "pengaduan", 1),
            complaint("puskesmas", "pengaduan", 0.8),
            complaint("rsud", "pengaduan", 4),
            complaint("opd", "permintaan-informasi", 1.5),
            complaint("opd", "pengaduan", 1.5),
            complaint("opd", "pengaduan-pengawasan", 0.2),
            complaint("mpp", "pengaduan", 1.5),
            complaint("dlh", "angkut-sampah", 12),
            complaint("dpupr", "lampu-jalan", 9));

    /** Everything that is asked of one office. */
    static List<Demand> of(Office office) {
        return ALL.stream()
                .filter(each -> each.of.equals(office.id())
                        || each.of.equals(office.unit().type()))
                .toList();
    }

    private static Demand file(String of, String service, double perDay) {
        return new Demand(of, Kind.FILE, new ServiceId(service), perDay);
    }

    private static Demand complaint(String of, String service, double perDay) {
        return new Demand(of, Kind.COMPLAINT, new ServiceId(service), perDay);
    }
}
