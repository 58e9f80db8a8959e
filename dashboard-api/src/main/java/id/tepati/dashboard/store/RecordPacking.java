package id.tepati.dashboard.store;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;

/**
 * Packs published bytes for their rows and unpacks them. What packs is made once, which takes longer than packing a
 * record. Thread-safe.
 */
final class RecordPacking {
    private static final int LEVEL = 1;
    private static final ZstdCompressCtx PACKER = new ZstdCompressCtx().setLevel(LEVEL);

    private RecordPacking() {}

    static byte[] pack(byte[] record) {
        synchronized (PACKER) {
            return PACKER.compress(record);
        }
    }

    static byte[] unpack(byte[] packed) {
        return Zstd.decompress(packed, Math.toIntExact(Zstd.getFrameContentSize(packed)));
    }
}
