package id.tepati.contract.text;

/** Turns a text that people wrote into its value. */
public interface TextParser<T> {
    /** The value of the text. */
    T parse(String text) throws BadText;
}
