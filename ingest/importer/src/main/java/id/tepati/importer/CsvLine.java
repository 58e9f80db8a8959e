package id.tepati.importer;

/** What one record of a CSV file turned out to be. */
sealed interface CsvLine permits Row, BadRow {}
