package lv.kopa.event.finding;

import com.mysql.cj.MysqlConnection;
import com.mysql.cj.Query;
import com.mysql.cj.interceptors.QueryInterceptor;
import com.mysql.cj.log.Log;
import com.mysql.cj.protocol.Resultset;
import com.mysql.cj.protocol.ServerSession;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Listens to what connections ask the database, but for the postman and the other rounds, which begin when they like. */
public final class Overheard implements QueryInterceptor {
    private static final List<String> QUESTIONS = new CopyOnWriteArrayList<>();

    public static void forget() {
        QUESTIONS.clear();
    }

    public static List<String> questions() {
        return List.copyOf(QUESTIONS);
    }

    @Override
    public QueryInterceptor init(MysqlConnection connection, Properties properties, Log log) {
        return this;
    }

    @Override
    public <T extends Resultset> @Nullable T preProcess(Supplier<String> sql, Query query) {
        String asked = String.valueOf(sql.get());
        String plain = asked.toLowerCase(Locale.ROOT).strip();
        if (plain.matches("(?s)(select|insert|update|delete|with)\\b.*")
                && !plain.contains("mail_outbox")
                && !isRound()) {
            QUESTIONS.add(asked.replaceAll("\\s+", " "));
        }
        return null;
    }

    private static boolean isRound() {
        return Thread.currentThread().getName().startsWith("scheduled");
    }

    @Override
    public boolean executeTopLevelOnly() {
        return true;
    }

    @Override
    public void destroy() {
        // Nothing is held.
    }

    @Override
    public <T extends Resultset> @Nullable T postProcess(
            Supplier<String> sql, Query query, T answer, ServerSession session) {
        return null;
    }
}
