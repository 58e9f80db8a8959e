/**
 * What was promised: units, services, standards and their history, versioned by effect and by publication.
 *
 * <p>The way through: what is {@link id.tepati.rules.Published} is a version of a
 * {@link id.tepati.rules.catalogue.Unit}, a {@link id.tepati.rules.catalogue.Service}, a
 * {@link id.tepati.rules.catalogue.Standard} or a calendar. A standard binds whom its
 * {@link id.tepati.rules.catalogue.StandardScope} says, tells its {@link id.tepati.rules.catalogue.Component components},
 * and makes a {@link id.tepati.rules.catalogue.Promise} for each clock, by
 * {@link id.tepati.rules.catalogue.PromiseName name} and for so much time
 * ({@link id.tepati.rules.catalogue.Within}). The {@link id.tepati.rules.catalogue.Catalogue} holds every version ever
 * published; of one unit and service it gives the {@link id.tepati.rules.catalogue.TermsHistory}, which at any instant has
 * its {@link id.tepati.rules.catalogue.KnownTerms}, and these the {@link id.tepati.rules.catalogue.Terms} in force for a
 * clock by its start.
 */
@NullMarked
package id.tepati.rules.catalogue;

import org.jspecify.annotations.NullMarked;
