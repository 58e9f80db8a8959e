package id.tepati.importer;

/** Mappings for tests. */
final class MappingText {
    /** Complaints, one row a case; dates local to Jakarta, with offset, or without time of day. */
    static final String COMPLAINTS = """
            source: import/test
            zone: Asia/Jakarta
            dates: [dd/MM/uuuu HH:mm, "uuuu-MM-dd'T'HH:mmxxx", dd/MM/uuuu]
            root: {id: kota, name: Kota, type: kota}
            unit:
              - {column: opd, type: opd}
              - {column: bidang, type: bidang}
            service: {column: jenis}
            case: nomor
            promise: resolution
            events:
              - type: complaint.received
                id: "{nomor}/r"
                time: terima
                promisedAt: janji
                data: {channel: {slug: kanal}}
              - type: complaint.closed
                id: "{nomor}/c"
                time: selesai
                when: selesai
                data: {outcome: resolved}
            """;

    static final String HEADER = "nomor,opd,bidang,jenis,terima,janji,selesai,kanal\n";

    private MappingText() {}

    static Mapping complaints() {
        return MappingReader.read("m.yaml", COMPLAINTS);
    }
}
