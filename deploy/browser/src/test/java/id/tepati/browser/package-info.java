/** The page of the real jar, in a real browser. */
@org.jspecify.annotations.NullMarked
package id.tepati.browser;
