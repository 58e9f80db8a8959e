package id.tepati.standalone.planted.access.rights;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rights that need more than Java. */
final class LoggingRight {
    static final Logger LOG = LoggerFactory.getLogger(LoggingRight.class);

    private LoggingRight() {}
}
