/** The answers of the API as pure functions of the model, the question and the present instant. */
@NullMarked
package id.tepati.dashboard.query;

import org.jspecify.annotations.NullMarked;
