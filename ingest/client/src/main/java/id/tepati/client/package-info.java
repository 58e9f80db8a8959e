/**
 * The one HTTP client of ours, for the importer, the command line, the demo and the benchmark.
 *
 * <p>{@link id.tepati.client.TepatiClient} has the operations; what it asks and gets has a type of its own. Below it
 * {@code HttpTransport} sends, and repeats by a {@link id.tepati.client.RetryPolicy} what may pass. All that goes wrong is
 * a {@link id.tepati.client.ClientException} with a code.
 */
@NullMarked
package id.tepati.client;

import org.jspecify.annotations.NullMarked;
