package id.tepati.rules.calendar;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongFunction;

/**
 * Days computed once and kept, in blocks that appear when first asked for. Only the days from 1970 to about
 * 2170 are kept, so that absurd dates in the input cannot fill the memory. Thread-safe: two threads may both
 * compute a day, and either result is the same.
 */
final class DayTable {

    private static final int BLOCK = 512;
    private static final int BLOCKS = 143;

    private final LongFunction<OpenDay> compute;
    private final AtomicReferenceArray<AtomicReferenceArray<OpenDay>> blocks = new AtomicReferenceArray<>(BLOCKS);

    DayTable(LongFunction<OpenDay> compute) {
        this.compute = compute;
    }

    OpenDay day(long epochDay) {
        if (epochDay < 0 || epochDay >= (long) BLOCK * BLOCKS) {
            return compute.apply(epochDay);
        }
        AtomicReferenceArray<OpenDay> block = block((int) (epochDay / BLOCK));
        int slot = (int) (epochDay % BLOCK);
        OpenDay known = block.get(slot);
        if (known == null) {
            known = compute.apply(epochDay);
            block.set(slot, known);
        }
        return known;
    }

    private AtomicReferenceArray<OpenDay> block(int index) {
        AtomicReferenceArray<OpenDay> block = blocks.get(index);
        if (block == null) {
            blocks.compareAndSet(index, null, new AtomicReferenceArray<>(BLOCK));
            block = blocks.get(index);
        }
        return block;
    }
}
