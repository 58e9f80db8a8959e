package id.tepati.standalone.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.spi.FilterReply;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/**
 * The log of a server that has a directory: {@code log/tepati.log} in it takes everything, the console then only our
 * own warnings, each on one line. Times in the file are UTC.
 */
final class ServerLog {
    private static final String FILE_LINE =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z', UTC} %-5level [%thread] %logger{36} %msg %kvp%n%ex{full}";
    private static final String CONSOLE_LINE = "%d{HH:mm:ss.SSS} %-5level %logger{24} %msg %kvp%nopex%n";
    private static final String A_FILE = "10MB";
    private static final String ALL_FILES = "100MB";
    private static final int DAYS = 30;
    /** Of what a console has been told otherwise. */
    static final Marker TOLD = MarkerFactory.getMarker("TOLD");

    private static final List<String> KAFKA = List.of("org.apache.kafka", "kafka");

    private ServerLog() {}

    /** Where the log of a data directory is. */
    static Path file(Path data) {
        return data.resolve("log").resolve("tepati.log");
    }

    /** From now on writes the log there. */
    static void begin(Path data, LogLevel level) {
        begin((LoggerContext) LoggerFactory.getILoggerFactory(), data, level);
    }

    static void begin(LoggerContext context, Path data, LogLevel level) {
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.iteratorForAppenders().forEachRemaining(ServerLog::keepToOurWarnings);
        root.addAppender(appender(context, file(data.toAbsolutePath())));
        root.setLevel(level.own());
        KAFKA.forEach(name -> context.getLogger(name).setLevel(level.kafka()));
    }

    private static void keepToOurWarnings(Appender<ILoggingEvent> appender) {
        appender.addFilter(new OurWarnings());
        if (appender instanceof ConsoleAppender<ILoggingEvent> console) {
            console.setEncoder(encoder((LoggerContext) console.getContext(), CONSOLE_LINE));
        }
    }

    private static RollingFileAppender<ILoggingEvent> appender(LoggerContext context, Path file) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setName("FILE");
        appender.setFile(file.toString());
        appender.setEncoder(encoder(context, FILE_LINE));
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling = new SizeAndTimeBasedRollingPolicy<>();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(
                file.resolveSibling("tepati.%d{yyyy-MM-dd, UTC}.%i.log.gz").toString());
        rolling.setMaxFileSize(FileSize.valueOf(A_FILE));
        rolling.setTotalSizeCap(FileSize.valueOf(ALL_FILES));
        rolling.setMaxHistory(DAYS);
        rolling.setCleanHistoryOnStart(true);
        rolling.start();
        appender.setRollingPolicy(rolling);
        appender.start();
        return appender;
    }

    private static PatternLayoutEncoder encoder(LoggerContext context, String line) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern(line);
        encoder.start();
        return encoder;
    }

    /** Kafka's warnings are for whoever looks into a defect: what an operator has to know of them, we say. */
    private static final class OurWarnings extends Filter<ILoggingEvent> {
        @Override
        public FilterReply decide(ILoggingEvent event) {
            boolean ours =
                    KAFKA.stream().noneMatch(name -> event.getLoggerName().startsWith(name));
            List<Marker> markers = event.getMarkerList();
            boolean told = markers != null && markers.contains(TOLD);
            return ours && !told && event.getLevel().isGreaterOrEqual(Level.WARN)
                    ? FilterReply.NEUTRAL
                    : FilterReply.DENY;
        }
    }
}
