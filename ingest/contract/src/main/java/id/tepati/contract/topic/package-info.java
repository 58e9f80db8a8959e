/**
 * The topics: their names, how they are kept and split, and their creation.
 */
@NullMarked
package id.tepati.contract.topic;

import org.jspecify.annotations.NullMarked;
