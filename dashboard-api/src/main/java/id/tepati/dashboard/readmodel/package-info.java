/**
 * Follows the output topics and writes them into the {@link id.tepati.dashboard.store store}.
 *
 * <p>The way of a record: {@code ReadingThread} polls the output topics from where {@code Resumption} says, {@code
 * OutputReader} turns each record into a change of a {@link id.tepati.dashboard.store.ChangeSet}, {@code ProgressFence} and
 * {@code LogEnds} decide up to which instant everything that was sent may be called judged, and a {@link
 * id.tepati.dashboard.store.ModelWriter} commits the changes with the positions.
 */
@NullMarked
package id.tepati.dashboard.readmodel;

import org.jspecify.annotations.NullMarked;
