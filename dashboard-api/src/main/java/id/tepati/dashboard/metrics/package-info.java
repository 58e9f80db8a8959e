/** What Prometheus samples: the figures of the city within a budget of series (see {@code CityMetrics}), and how the model is doing. */
@NullMarked
package id.tepati.dashboard.metrics;

import org.jspecify.annotations.NullMarked;
