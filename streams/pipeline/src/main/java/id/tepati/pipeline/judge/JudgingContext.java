package id.tepati.pipeline.judge;

import id.tepati.rules.catalogue.Catalogue;
import java.time.Instant;

/**
 * By what and as of when a case is judged.
 *
 * @param asOf the instant at which the case is to stand
 * @param horizon five-minute tallies no longer kept by then are left alone
 */
record JudgingContext(Catalogue catalogue, Instant asOf, Instant horizon) {}
