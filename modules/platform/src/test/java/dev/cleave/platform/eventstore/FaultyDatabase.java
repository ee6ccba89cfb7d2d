package dev.cleave.platform.eventstore;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that fails when and how a test wants it to. */
final class FaultyDatabase extends DelegatingDataSource {

    enum Fault { NONE, DISK_FULL, COMMIT_LOST, COMMIT_UNCONFIRMED, UNREACHABLE }

    /** No event of this aggregate is taken. */
    static final String INDIGESTIBLE = "indigestible";

    volatile Fault fault = Fault.NONE;
    volatile boolean unreachableAfterwards;
    volatile @Nullable CountDownLatch holdCommits;
    volatile CountDownLatch commitReached = new CountDownLatch(1);

    FaultyDatabase(DataSource target) {
        super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (fault == Fault.UNREACHABLE) {
            throw new SQLException("The database is gone.", "08001");
        }
        Connection connection = super.getConnection();
        return proxy(Connection.class, (method, arguments) -> switch (method) {
            case "prepareStatement" -> statement((PreparedStatement) call(connection, method, arguments));
            case "commit" -> commit(connection);
            default -> null;
        }, connection);
    }

    private Object commit(Connection connection) throws SQLException {
        commitReached.countDown();
        CountDownLatch hold = holdCommits;
        if (hold != null) {
            try {
                hold.await();
            } catch (InterruptedException e) {
                throw new AssertionError("The writer was interrupted", e);
            }
        }
        switch (fault) {
            case COMMIT_LOST -> connection.rollback();
            case COMMIT_UNCONFIRMED -> connection.commit();
            default -> {
                connection.commit();
                return Boolean.TRUE;
            }
        }
        fault = unreachableAfterwards ? Fault.UNREACHABLE : Fault.NONE;
        throw new SQLException("The connection was lost.", "08006");
    }

    private PreparedStatement statement(PreparedStatement statement) {
        boolean[] indigestible = {false};
        return proxy(PreparedStatement.class, (method, arguments) -> {
            switch (method) {
                case "setString" -> indigestible[0] |= arguments[1] != null && arguments[1].equals(INDIGESTIBLE);
                case "clearBatch" -> indigestible[0] = false;
                case "executeBatch" -> {
                    if (fault == Fault.DISK_FULL) {
                        throw new SQLException("No space left on device.", "53100");
                    }
                    if (indigestible[0]) {
                        throw new SQLException("Does not fit.", "22001");
                    }
                }
                default -> {
                    return null;
                }
            }
            return null;
        }, statement);
    }

    private static <T> T proxy(Class<T> type, Interception interception, T target) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            Object instead = interception.answer(method.getName(), arguments);
            return instead == null ? invoke(target, method, arguments) : method.getReturnType() == void.class ? null : instead;
        }));
    }

    private static Object call(Connection connection, String method, Object[] arguments) throws SQLException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException(method);
        }
        return connection.prepareStatement((String) arguments[0]);
    }

    private static @Nullable Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private interface Interception {
        @Nullable Object answer(String method, Object[] arguments) throws SQLException;
    }
}
