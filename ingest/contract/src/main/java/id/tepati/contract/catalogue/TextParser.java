package id.tepati.contract.catalogue;

/** Turns the text of a catalogue field into its value. */
interface TextParser<T> {
    T parse(String text) throws BadText;
}
