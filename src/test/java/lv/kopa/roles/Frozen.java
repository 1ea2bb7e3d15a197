package lv.kopa.roles;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database that keeps nothing once it is frozen: everything is done as ever, and is gone when it is committed. */
@Singleton
@Requires(property = "spec.name", value = RoleWalk.SPEC)
class Frozen implements BeanCreatedEventListener<DataSource>, Ordered {
    private static volatile boolean frozen;

    static void freeze(boolean from) {
        frozen = from;
    }

    /** Before what shares connections out, so that all of them are ours. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
        DataSource source = event.getBean();
        return (DataSource) Proxy.newProxyInstance(
                Frozen.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Object answer = call(source, method, arguments);
                    return answer instanceof Connection connection ? forgetful(connection) : answer;
                });
    }

    private static Connection forgetful(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Frozen.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (frozen && method.getName().equals("commit")) {
                        connection.rollback();
                        return null;
                    }
                    return call(connection, method, arguments);
                });
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() instanceof SQLException sql ? sql : thrown.getCause();
        }
    }
}
