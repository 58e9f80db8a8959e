/**
 * A second, deliberately simple and slow reading of the rules, written from the design and not from the main code.
 * Tests compare the two.
 */
package id.tepati.rules.oracle;
