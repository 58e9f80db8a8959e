/** Makes the files that Grafana reads from one short source. */
@NullMarked
package id.tepati.grafana;

import org.jspecify.annotations.NullMarked;
