/**
 * Dead letters after the cure: sent again, or dismissed. {@code LetterReader} finds them and their originals in Kafka,
 * {@code LetterReplay} checks each and sends it again or says why not, in a {@code ReplayResult}.
 */
@NullMarked
package id.tepati.gateway.replay;

import org.jspecify.annotations.NullMarked;
