/**
 * Changes of who may do what, as functions of what there is: {@link id.tepati.access.edit.UserEdits},
 * {@link id.tepati.access.edit.TokenEdits} and {@link id.tepati.access.edit.ProducerEdits} make an
 * {@link id.tepati.access.edit.Edit}, which a writer carries out.
 */
@NullMarked
package id.tepati.access.edit;

import org.jspecify.annotations.NullMarked;
