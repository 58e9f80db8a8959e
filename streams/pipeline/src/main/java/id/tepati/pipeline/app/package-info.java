/**
 * The application around the topology: settings, start, stop, state of health.
 */
@NullMarked
package id.tepati.pipeline.app;

import org.jspecify.annotations.NullMarked;
