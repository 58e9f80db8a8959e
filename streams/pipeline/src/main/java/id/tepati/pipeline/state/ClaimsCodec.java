package id.tepati.pipeline.state;

import id.tepati.rules.CaseId;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The cases that claim a number, as bytes. The first number is the version of the form. */
public final class ClaimsCodec {
    private static final int VERSION = 1;

    private ClaimsCodec() {}

    /** The bytes of the claims; equal ones give equal bytes. */
    public static byte[] write(NavigableSet<CaseId> cases) {
        ByteWriter out = new ByteWriter().number(VERSION).number(cases.size());
        cases.forEach(id -> out.text(id.value()));
        return out.bytes();
    }

    /**
     * Reads what {@link #write} wrote in this or an earlier release.
     *
     * @throws IllegalStateException where a later release wrote it
     */
    public static NavigableSet<CaseId> read(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        StateVersions.require(in.count(), VERSION, "claim");
        NavigableSet<CaseId> cases = new TreeSet<>();
        for (int left = in.count(); left > 0; left--) {
            cases.add(new CaseId(in.text()));
        }
        return cases;
    }
}
