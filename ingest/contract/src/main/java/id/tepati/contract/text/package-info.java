/**
 * Texts that people write and the values they stand for, whatever file or record holds them.
 *
 * <p>A {@link id.tepati.contract.text.TextParser} makes a value of a text or refuses it with a
 * {@link id.tepati.contract.text.BadText}, which says what is wrong and how to mend it.
 * {@link id.tepati.contract.text.Parsers} has those of ids, days, times, zones, clocks and shares,
 * {@link id.tepati.contract.text.WithinText} that of promised amounts, which it also writes.
 * {@link id.tepati.contract.text.Nearest} finds the word that was meant.
 */
@NullMarked
package id.tepati.contract.text;

import org.jspecify.annotations.NullMarked;
