/**
 * What the nodes of the topology share: their names, how they send, what they tell each other, and the moment before a
 * commit.
 */
@NullMarked
package id.tepati.pipeline.node;

import org.jspecify.annotations.NullMarked;
