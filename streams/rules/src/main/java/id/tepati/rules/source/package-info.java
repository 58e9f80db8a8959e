/** What can be said of the sources of events: counters, complaint desks, files. */
@NullMarked
package id.tepati.rules.source;

import org.jspecify.annotations.NullMarked;
