package lv.kopa.database;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.exceptions.NoConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.transaction.exceptions.TransactionSystemException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** The database is away for a while: it does not answer, it is being restarted, or it takes no more connections. */
public final class Outage {
    /** Too many connections, shutting down, a lock not had in time, deadlock, killed while it ran, read-only. */
    private static final Set<Integer> CODES = Set.of(1040, 1053, 1203, 1205, 1213, 1290, 1836, 1927, 3168);

    private Outage() {}

    public static boolean isBehind(Throwable failure) {
        return Causes.of(failure)
                .anyMatch(cause -> lostConnection(cause) || (cause instanceof SQLException e && isOutage(e)));
    }

    /** Whether others would meet it too: no connection can be had, or the database does not answer. */
    static boolean isForAll(Throwable failure) {
        return Causes.of(failure)
                .anyMatch(cause -> cause instanceof CannotGetJdbcConnectionException
                        || cause instanceof SQLTransientConnectionException
                        || cause instanceof SocketTimeoutException);
    }

    /** What broke a connection may go unsaid where its transaction cannot be ended, or it cannot be given back. */
    private static boolean lostConnection(Throwable cause) {
        return cause instanceof CannotGetJdbcConnectionException
                || (cause instanceof TransactionSystemException
                        && cause.getCause() instanceof SQLException e
                        && e.getSQLState() == null)
                || (cause instanceof ConnectionException && !(cause instanceof NoConnectionException));
    }

    private static boolean isOutage(SQLException e) {
        return e instanceof SQLTransientConnectionException
                || e instanceof SQLNonTransientConnectionException
                || (e.getSQLState() != null && e.getSQLState().startsWith("08"))
                || CODES.contains(e.getErrorCode());
    }
}
