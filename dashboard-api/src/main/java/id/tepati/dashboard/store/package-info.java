/**
 * What the pipeline has published, in a database.
 */
@NullMarked
package id.tepati.dashboard.store;

import org.jspecify.annotations.NullMarked;
