package id.tepati.standalone.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * What Java tells of the heap of this process, whichever its collector: how long it has collected, and how much was
 * still in use when it had. Between two collections nobody knows how much of the heap is garbage.
 *
 * @param at on the monotonic clock
 * @param collecting for how long everything has stood still for a collection since the start
 * @param used share of the whole heap that its last collections left in use
 * @param longLived share that is left in use of the part for what lives long, which is collected least. A collector with
 *     generations of a fixed size is in trouble as soon as that part is full
 */
public record HeapUse(Duration at, Duration collecting, double used, double longLived) {
    /** The share of {@link #longLived} as a metric. */
    public static final String METRIC = "tepati_heap_used_after_gc_ratio";

    /** From so much on of {@link #longLived} somebody should give it more: what comes next may not find room. */
    public static final double TIGHT = 0.85;

    private static final List<GarbageCollectorMXBean> COLLECTORS =
            ManagementFactory.getGarbageCollectorMXBeans().stream()
                    .filter(HeapUse::isOfPauses)
                    .toList();
    private static final List<MemoryPoolMXBean> HEAP = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();

    /** Collectors that work beside the program tell their cycles apart from the pauses in them. */
    private static boolean isOfPauses(GarbageCollectorMXBean collector) {
        return !collector.getName().endsWith("Cycles");
    }

    /** As it is now. */
    static HeapUse now() {
        long millis = COLLECTORS.stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
        return new HeapUse(
                Duration.ofNanos(System.nanoTime()),
                Duration.ofMillis(millis),
                (double) left(pool -> true) / Runtime.getRuntime().maxMemory(),
                longLivedNow());
    }

    /** Java watches over how full a part of the heap is only where what lives long is kept. */
    private static double longLivedNow() {
        long most = HEAP.stream()
                .filter(MemoryPoolMXBean::isUsageThresholdSupported)
                .mapToLong(pool -> pool.getUsage().getMax())
                .sum();
        return most <= 0 ? 0 : (double) left(MemoryPoolMXBean::isUsageThresholdSupported) / most;
    }

    private static long left(Predicate<MemoryPoolMXBean> part) {
        return HEAP.stream().filter(part).mapToLong(HeapUse::left).sum();
    }

    /** At most what is in use now: a collector that works beside the program frees without telling how much it left. */
    private static long left(MemoryPoolMXBean pool) {
        MemoryUsage collected = pool.getCollectionUsage();
        return collected == null
                ? 0
                : Math.min(collected.getUsed(), pool.getUsage().getUsed());
    }

    /** Registers the metric, once. */
    static void bind(MeterRegistry registry) {
        Gauge.builder(METRIC.replace('_', '.'), () -> now().longLived())
                .description("Share of the heap for what lives long that its last collection left in use")
                .strongReference(true)
                .register(registry);
    }
}
