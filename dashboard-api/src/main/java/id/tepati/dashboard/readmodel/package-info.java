/** What the pipeline has published, held in memory, and the thread that keeps it up to date. */
@NullMarked
package id.tepati.dashboard.readmodel;

import org.jspecify.annotations.NullMarked;
