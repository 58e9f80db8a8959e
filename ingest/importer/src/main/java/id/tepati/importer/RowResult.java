package id.tepati.importer;

/** What a row says: its events, or why it does not go in. */
sealed interface RowResult permits RowEvents, BadRow {}
