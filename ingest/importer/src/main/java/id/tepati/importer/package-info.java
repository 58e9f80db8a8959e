/** Import of files: a mapping says which events a row of a CSV file tells, the gateway takes them in batches. */
@NullMarked
package id.tepati.importer;

import org.jspecify.annotations.NullMarked;
