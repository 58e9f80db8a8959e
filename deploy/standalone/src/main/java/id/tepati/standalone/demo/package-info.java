/**
 * The demo: sends what happens in an invented city to a running server, the past first and then as it happens.
 */
@NullMarked
package id.tepati.standalone.demo;

import org.jspecify.annotations.NullMarked;
