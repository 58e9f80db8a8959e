package id.tepati.pipeline.state;

import id.tepati.contract.output.Restatement.Counts;
import id.tepati.pipeline.state.RestatementTotals.Change;
import id.tepati.pipeline.state.RestatementTotals.Line;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gatherings as bytes. The first number is the version of the form. */
public final class RestatementTotalsCodec {
    private static final int VERSION = 1;

    private RestatementTotalsCodec() {}

    /** The bytes of a gathering; equal ones give equal bytes. */
    public static byte[] write(RestatementTotals gathering) {
        ByteWriter out = new ByteWriter()
                .number(VERSION)
                .instant(gathering.first())
                .instant(gathering.last())
                .number(gathering.cases())
                .number(gathering.lines().size());
        gathering.lines().forEach((line, change) -> {
            out.text(line.service()).text(line.promise());
            write(out, change.before());
            write(out, change.delta());
        });
        return out.bytes();
    }

    /**
     * Reads what {@link #write} wrote in this or an earlier release.
     *
     * @throws IllegalStateException where a later release wrote it
     */
    public static RestatementTotals read(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        StateVersions.require(in.count(), VERSION, "gathering");
        Instant first = in.instant();
        Instant last = in.instant();
        long cases = in.number();
        SortedMap<Line, Change> lines = new TreeMap<>();
        for (int left = in.count(); left > 0; left--) {
            lines.put(new Line(in.text(), in.text()), new Change(counts(in), counts(in)));
        }
        return new RestatementTotals(first, last, cases, lines);
    }

    private static void write(ByteWriter out, Counts counts) {
        out.number(counts.opened())
                .number(counts.noPromise())
                .number(counts.onTime())
                .number(counts.late())
                .number(counts.cancelled())
                .number(counts.unserved());
    }

    private static Counts counts(ByteReader in) {
        return new Counts(in.number(), in.number(), in.number(), in.number(), in.number(), in.number());
    }
}
