@NullMarked
package id.tepati.standalone.planted.access.rights;

import org.jspecify.annotations.NullMarked;
