/**
 * Verdicts as pure functions of events, catalogue history and an as-of instant.
 */
@NullMarked
package id.tepati.rules.judge;

import org.jspecify.annotations.NullMarked;
