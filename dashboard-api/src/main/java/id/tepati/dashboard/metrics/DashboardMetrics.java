package id.tepati.dashboard.metrics;

import id.tepati.dashboard.query.Freshness;
import id.tepati.dashboard.readmodel.ModelAccess;
import id.tepati.dashboard.store.DatabaseException;
import id.tepati.dashboard.store.Model;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.function.ToDoubleFunction;

/** How the city stands, how much the read model holds and how old it is, and how the JVM is doing, as metrics. */
public final class DashboardMetrics {
    private DashboardMetrics() {}

    /** Registers the metrics of a model, once; they hold the model for as long as the registry lives. */
    public static void bind(PrometheusMeterRegistry registry, ModelAccess model, Clock clock) {
        registry.getPrometheusRegistry().register(new CityMetrics(model, clock));
        size(registry, model, "cases", Model.Sizes::cases);
        size(registry, model, "tallies", Model.Sizes::tallies);
        size(registry, model, "units", Model.Sizes::units);
        size(registry, model, "sources", Model.Sizes::sources);
        size(registry, model, "dead-letters", Model.Sizes::deadLetters);
        Gauge.builder("tepati.read.model.freshness.seconds", () -> freshness(model, clock))
                .description("Age of the figures: now less the instant up to which all is judged; NaN while unknown")
                .strongReference(true)
                .register(registry);
        Gauge.builder("tepati.read.model.behind.records", () -> model.reading().behind())
                .description("Records published and not read yet")
                .strongReference(true)
                .register(registry);
        Gauge.builder("tepati.read.model.load.seconds", () -> model.reading().loadSeconds())
                .description("How long it took to read what was there at the start")
                .strongReference(true)
                .register(registry);
        FunctionCounter.builder(
                        "tepati.read.model.records",
                        model,
                        held -> held.reading().records())
                .description("Output records read")
                .register(registry);
        FunctionCounter.builder(
                        "tepati.read.model.unreadable",
                        model,
                        held -> held.reading().unreadable())
                .description("Output records passed over because this version cannot read them")
                .register(registry);
    }

    /** Registers how the JVM is doing, once. */
    public static void bindJvm(MeterRegistry registry) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    private static void size(
            MeterRegistry registry, ModelAccess model, String what, ToDoubleFunction<Model.Sizes> size) {
        Gauge.builder("tepati.read.model.size", () -> value(model, held -> size.applyAsDouble(held.sizes())))
                .description("How much the read model holds")
                .tag("what", what)
                .strongReference(true)
                .register(registry);
    }

    private static double freshness(ModelAccess model, Clock clock) {
        return value(model, held -> {
            Double seconds = Freshness.seconds(held, clock.instant());
            return seconds == null ? Double.NaN : seconds;
        });
    }

    /** NaN while there is no database to be asked, or no table in it yet. */
    private static double value(ModelAccess model, ToDoubleFunction<Model> figure) {
        try {
            return model.ask(figure::applyAsDouble);
        } catch (DatabaseException unavailable) {
            return Double.NaN;
        }
    }
}
