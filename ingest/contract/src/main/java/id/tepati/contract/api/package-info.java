/** What all of the HTTP API has in common: its description, problems, and the languages in which they are told. */
@NullMarked
package id.tepati.contract.api;

import org.jspecify.annotations.NullMarked;
