package lv.kopa.mail;

import io.micronaut.context.ApplicationContext;
import io.micronaut.transaction.jdbc.DataSourceTransactionManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import lv.kopa.database.TestDatabase;
import lv.kopa.time.MovableClock;
import org.awaitility.Awaitility;

/** One of our servers, as far as it deals with mail, with a hasty postman. */
public final class PostOffice implements AutoCloseable {
    private static final Map<String, Object> HASTY = Map.of(
            "kopa.public-url", "https://kopa.example",
            "kopa.mail.from", "kopa@kopa.example",
            "kopa.mail.connect-timeout", "2s",
            "kopa.mail.read-timeout", "1s",
            "kopa.mail.postman.interval", "50ms",
            "kopa.mail.postman.longest-outage", "100ms",
            "kopa.mail.postman.back-off", "100ms,100ms,100ms");
    private final ApplicationContext context;

    static {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1)); // a machine that builds other things too is slow
    }

    private PostOffice(ApplicationContext context) {
        this.context = context;
    }

    /** One whose mail stays in the outbox. */
    public static PostOffice without(TestDatabase database) {
        return open(database, Map.of());
    }

    public static PostOffice at(int port, TestDatabase database) {
        return at(port, database, Map.of());
    }

    public static PostOffice at(int port, TestDatabase database, Map<String, Object> settings, Object... beans) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("kopa.mail.host", "127.0.0.1");
        all.put("kopa.mail.port", port);
        return open(database, all, beans);
    }

    public static PostOffice open(TestDatabase database, Map<String, Object> settings, Object... beans) {
        Map<String, Object> all = new HashMap<>(HASTY);
        all.putAll(database.settings());
        all.putAll(settings);
        return new PostOffice(ApplicationContext.builder(all).singletons(beans).start());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Outbox outbox() {
        return bean(Outbox.class);
    }

    public <T> T inTransaction(Supplier<T> work) {
        return context.getBean(DataSourceTransactionManager.class).executeWrite(status -> work.get());
    }

    public boolean put(Mail mail) {
        return inTransaction(() -> outbox().put(mail));
    }

    public void put(List<Mail> mails) {
        inTransaction(() -> mails.stream().map(outbox()::put).toList());
    }

    public void advance(Duration duration) {
        bean(MovableClock.class).advance(duration);
    }

    public OutboxItem only() {
        List<OutboxItem> items = all();
        if (items.size() != 1) {
            throw new AssertionError(items.size() + " mails");
        }
        return items.get(0);
    }

    public List<OutboxItem> all() {
        return outbox().page(OutboxFilter.newestOf(null, 200)).items();
    }

    /** How many mails this server, and no other, has sent. */
    public long sent() {
        return counted("kopa.mail.sent");
    }

    /** How many it has given up, as monitoring is told. */
    public long failures() {
        return counted("kopa.mail.failed");
    }

    private long counted(String meter) {
        return (long) bean(io.micrometer.core.instrument.MeterRegistry.class)
                .get(meter)
                .counter()
                .count();
    }

    public long count(MailState state) {
        return outbox().counts(null).getOrDefault(state, 0L);
    }

    @Override
    public void close() {
        context.close();
    }
}
