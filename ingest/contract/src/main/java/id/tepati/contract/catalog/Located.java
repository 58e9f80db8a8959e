package id.tepati.contract.catalog;

/** An entry as read from a file, with the fields it came from, so that later checks can name their lines. */
record Located(CatalogEntry entry, Fields fields) {}
