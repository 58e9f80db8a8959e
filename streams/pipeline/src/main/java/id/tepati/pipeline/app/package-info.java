/**
 * The application: the topology that puts the nodes together, and around it settings, start, stop, state of health.
 * Nothing else in the pipeline knows this package.
 */
@NullMarked
package id.tepati.pipeline.app;

import org.jspecify.annotations.NullMarked;
