package lv.kopa.start;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.util.CachingDateFormatter;
import java.util.regex.Pattern;

/** A line of the log. Addresses and tokens of people never stand in one, whoever puts them into a message or an exception. */
final class LogLine extends LayoutBase<ILoggingEvent> {
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+%-]+@[\\w.-]+\\.\\w+");
    private static final Pattern TOKEN = Pattern.compile("\\b[a-z2-7]{32}\\b");

    private final CachingDateFormatter times = new CachingDateFormatter("yyyy-MM-dd HH:mm:ss.SSS");
    private final ThrowableProxyConverter exceptions = new ThrowableProxyConverter();

    @Override
    public void start() {
        exceptions.setContext(getContext());
        exceptions.start();
        super.start();
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        String logger = event.getLoggerName();
        String line = "%s %-5s %s - %s%n%s"
                .formatted(
                        times.format(event.getTimeStamp()),
                        event.getLevel(),
                        logger.substring(logger.lastIndexOf('.') + 1),
                        event.getFormattedMessage(),
                        exceptions.convert(event));
        return TOKEN.matcher(ADDRESS.matcher(line).replaceAll("(address)")).replaceAll("(token)");
    }
}
