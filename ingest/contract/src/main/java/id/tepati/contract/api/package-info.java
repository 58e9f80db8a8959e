/** What the HTTP API is, for programs to read. */
@NullMarked
package id.tepati.contract.api;

import org.jspecify.annotations.NullMarked;
