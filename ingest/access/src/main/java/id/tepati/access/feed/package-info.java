/**
 * How who may do what gets into Kafka and out again. {@link id.tepati.access.feed.AccessFeed} is what one process knows;
 * {@link id.tepati.access.feed.AccessWriter} changes it, with a line in the log that
 * {@link id.tepati.access.feed.ChangeLog} reads; {@link id.tepati.access.feed.SessionWriter} writes who signed in.
 */
@NullMarked
package id.tepati.access.feed;

import org.jspecify.annotations.NullMarked;
