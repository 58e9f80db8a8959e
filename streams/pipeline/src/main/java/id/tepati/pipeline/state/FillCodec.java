package id.tepati.pipeline.state;

/** Who filled a day first, as bytes: the name of an import, empty for live. The first number is the version. */
public final class FillCodec {
    private static final int VERSION = 1;

    private FillCodec() {}

    /** The bytes of a name. */
    public static byte[] write(String batch) {
        return new ByteWriter().number(VERSION).text(batch).bytes();
    }

    /**
     * Reads what {@link #write} wrote in this or an earlier release.
     *
     * @throws IllegalStateException where a later release wrote it
     */
    public static String read(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        StateVersions.require(in.count(), VERSION, "fill");
        return in.text();
    }
}
