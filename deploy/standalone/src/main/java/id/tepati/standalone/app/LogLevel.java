package id.tepati.standalone.app;

import ch.qos.logback.classic.Level;

/** How much of what happens a server writes into its log. */
public enum LogLevel {
    /** What somebody must look at. */
    ERROR("ERROR", "ERROR"),
    /** Also what went wrong and mended itself. */
    WARN("WARN", "WARN"),
    /** Also what happens in order; of Kafka, what went wrong. */
    INFO("INFO", "WARN"),
    /** Everything, for looking into a defect. */
    DEBUG("DEBUG", "INFO");

    private final String own;
    private final String kafka;

    LogLevel(String own, String kafka) {
        this.own = own;
        this.kafka = kafka;
    }

    Level own() {
        return Level.toLevel(own);
    }

    /** Kafka tells far more than we do. */
    Level kafka() {
        return Level.toLevel(kafka);
    }
}
