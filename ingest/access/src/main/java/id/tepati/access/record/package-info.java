/**
 * The records of {@code tepati.access.v1}: {@link id.tepati.access.record.UserAccount},
 * {@link id.tepati.access.record.MachineToken}, {@link id.tepati.access.record.ProducerAccount} and
 * {@link id.tepati.access.record.SignInSession}, and {@link id.tepati.access.record.AccessView}, which is all of them at
 * one moment and answers whom a secret belongs to.
 */
@NullMarked
package id.tepati.access.record;

import org.jspecify.annotations.NullMarked;
