/** The HTTP side: reads parameters, asks a query, writes JSON, a problem or metrics. */
@NullMarked
package id.tepati.dashboard.http;

import org.jspecify.annotations.NullMarked;
