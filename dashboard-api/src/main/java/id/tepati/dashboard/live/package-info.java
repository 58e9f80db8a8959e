/** Pushes what changes to those who watch, in server-sent events. */
@NullMarked
package id.tepati.dashboard.live;

import org.jspecify.annotations.NullMarked;
