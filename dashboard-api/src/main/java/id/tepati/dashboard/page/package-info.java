/** Serves the web page: its files, its words and the libraries that it draws with, all from the jar. */
@NullMarked
package id.tepati.dashboard.page;

import org.jspecify.annotations.NullMarked;
