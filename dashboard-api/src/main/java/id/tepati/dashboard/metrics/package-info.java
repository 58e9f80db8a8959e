/** What Prometheus samples: the figures of the city under a stated number of series, and how the model is doing. */
@NullMarked
package id.tepati.dashboard.metrics;

import org.jspecify.annotations.NullMarked;
