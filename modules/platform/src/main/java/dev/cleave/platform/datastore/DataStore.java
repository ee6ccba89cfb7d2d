package dev.cleave.platform.datastore;

import com.zaxxer.hikari.HikariDataSource;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One data store, open: a context's own, the event store's, or an outside world's that the system plays itself.
 *
 * <p>A transaction takes its connection at its first statement, so that one that has not spoken to the database yet holds
 * nothing there. What is written survives the end of the process once the transaction, or the update outside of one, is done,
 * unless it went by {@link #viewTransactionManager()}.
 */
public final class DataStore implements AutoCloseable {

    private final String name;
    private final Database database;
    private final HikariDataSource pool;
    private final @Nullable MVStore file;
    private final DataSource dataSource;
    private final JdbcTemplate jdbcTemplate;
    private final JdbcClient jdbcClient;
    private final JdbcTransactionManager transactionManager;
    private final JdbcTransactionManager viewTransactionManager;

    /**
     * @param file the file it is in, or null if it is in memory or elsewhere
     * @param flush what makes commits durable, or null if the database does so by itself
     */
    DataStore(String name, Database database, HikariDataSource pool, @Nullable MVStore file, @Nullable GroupFlush flush) {
        this.name = name;
        this.database = database;
        this.pool = pool;
        this.file = file;
        LazyConnectionDataSourceProxy lazy = new LazyConnectionDataSourceProxy();
        lazy.setTargetDataSource(pool);
        lazy.setDefaultAutoCommit(true);
        lazy.setDefaultTransactionIsolation(java.sql.Connection.TRANSACTION_READ_COMMITTED);
        lazy.afterPropertiesSet();
        this.dataSource = lazy;
        this.viewTransactionManager = new JdbcTransactionManager(lazy);
        if (flush != null) {
            this.jdbcTemplate = new DurableJdbcTemplate(lazy, flush);
            this.transactionManager = new DurableTransactionManager(lazy, flush);
        } else {
            this.jdbcTemplate = new JdbcTemplate(lazy);
            this.transactionManager = viewTransactionManager;
        }
        this.jdbcClient = JdbcClient.create(jdbcTemplate);
    }

    /** The store's name: the context's, or {@code events}. */
    public String name() {
        return name;
    }

    public Database database() {
        return database;
    }

    /** The size in bytes of the file that the store is in; empty if it is not in a file of this process. */
    public OptionalLong fileSize() {
        return file == null || file.isClosed() ? OptionalLong.empty() : OptionalLong.of(file.getFileStore().size());
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public JdbcTemplate jdbcTemplate() {
        return jdbcTemplate;
    }

    public JdbcClient jdbc() {
        return jdbcClient;
    }

    /** For what must not be lost: a commit survives the end of the process when it returns. */
    public PlatformTransactionManager transactionManager() {
        return transactionManager;
    }

    /** For what is derived: a commit is whole, and may be lost, whole, with the process that ends in the next moment. */
    public PlatformTransactionManager viewTransactionManager() {
        return viewTransactionManager;
    }

    /** A fresh template for transactions in this store. */
    public TransactionTemplate transactions() {
        return new TransactionTemplate(transactionManager);
    }

    @Override
    public void close() {
        pool.close();
    }

    @Override
    public String toString() {
        return name + " (" + database + ")";
    }
}
