package lv.kopa.database;

import io.micronaut.aop.InterceptPhase;
import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.context.BeanProvider;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stands outside the transaction of a {@link UnitOfWork}, so that each attempt has one of its own. */
@Singleton
@InterceptorBean(UnitOfWork.class)
final class Retries implements MethodInterceptor<Object, Object> {
    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);
    private static final int ATTEMPTS = 5;
    private static final long PAUSE_IN_MILLISECONDS = 20;

    /** Record changed since it was read, lock not had in time, deadlock. */
    private static final Set<Integer> CODES = Set.of(1020, 1205, 1213);

    private final BeanProvider<TransactionOperations<Connection>> transactions;

    Retries(BeanProvider<TransactionOperations<Connection>> transactions) {
        this.transactions = transactions;
    }

    @Override
    public int getOrder() {
        return InterceptPhase.RETRY.getPosition();
    }

    @Override
    public @Nullable Object intercept(MethodInvocationContext<Object, Object> context) {
        if (transactions.get().findTransactionStatus().isPresent()) {
            return context.proceed(this);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return context.proceed(this);
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !isBrokenOff(e)) {
                    throw e;
                }
                LOG.info("Trying {} again, after attempt {}: {}", context.getMethodName(), attempt, e.getMessage());
                pause(attempt, e);
            }
        }
    }

    /** Whether the database gave a transaction up in favour of another one, so that it may succeed the next time. */
    static boolean isBrokenOff(Throwable failure) {
        return Causes.of(failure)
                .anyMatch(cause ->
                        cause instanceof SQLException e && (isRollback(e) || CODES.contains(e.getErrorCode())));
    }

    private static boolean isRollback(SQLException e) {
        return "40001".equals(e.getSQLState());
    }

    private static void pause(int attempt, RuntimeException failure) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(PAUSE_IN_MILLISECONDS << attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
