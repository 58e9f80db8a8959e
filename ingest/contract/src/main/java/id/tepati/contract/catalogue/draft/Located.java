package id.tepati.contract.catalogue.draft;

import id.tepati.contract.catalogue.CatalogueEntry;
import id.tepati.contract.yaml.Fields;

/** An entry as read from a file, with the fields it came from, so that later checks can name their lines. */
record Located(CatalogueEntry entry, Fields fields) {}
