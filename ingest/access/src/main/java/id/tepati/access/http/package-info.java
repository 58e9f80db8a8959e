/**
 * Who is let in over HTTP: {@link id.tepati.access.http.Gate} before every route asks its
 * {@link id.tepati.access.http.RouteRule}, {@link id.tepati.access.http.SignIn} answers who signs in and out.
 */
@NullMarked
package id.tepati.access.http;

import org.jspecify.annotations.NullMarked;
