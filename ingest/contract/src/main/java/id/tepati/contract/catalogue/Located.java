package id.tepati.contract.catalogue;

/** An entry as read from a file, with the fields it came from, so that later checks can name their lines. */
record Located(CatalogueEntry entry, Fields fields) {}
