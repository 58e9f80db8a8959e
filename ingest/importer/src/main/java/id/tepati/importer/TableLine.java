package id.tepati.importer;

/** What one record of a file turned out to be. */
sealed interface TableLine permits Row, BadRow {}
