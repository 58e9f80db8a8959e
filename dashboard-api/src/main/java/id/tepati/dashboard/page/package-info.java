/** Serves the web page: its files, its words and the charts library, all from the jar. */
@NullMarked
package id.tepati.dashboard.page;

import org.jspecify.annotations.NullMarked;
