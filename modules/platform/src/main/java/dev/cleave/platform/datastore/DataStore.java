package dev.cleave.platform.datastore;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger log = LoggerFactory.getLogger(DataStore.class);

    private final String name;
    private final Database database;
    private final HikariDataSource pool;
    private final @Nullable FileKeeper file;
    private final @Nullable Connection anchor;
    private final DataSource dataSource;
    private final JdbcTemplate jdbcTemplate;
    private final JdbcClient jdbcClient;
    private final JdbcTransactionManager transactionManager;
    private final JdbcTransactionManager viewTransactionManager;

    /**
     * @param anchor keeps H2 from closing its file when the pool has no connection for a moment; null elsewhere
     * @param file keeps the file that it is in; null if it is in memory or elsewhere
     * @param flushed whether commits are made durable by that keeper; otherwise the database does so by itself
     */
    DataStore(
            String name,
            Database database,
            HikariDataSource pool,
            @Nullable Connection anchor,
            @Nullable FileKeeper file,
            boolean flushed) {
        this.name = name;
        this.database = database;
        this.pool = pool;
        this.anchor = anchor;
        this.file = file;
        LazyConnectionDataSourceProxy lazy = new LazyConnectionDataSourceProxy();
        lazy.setTargetDataSource(pool);
        lazy.setDefaultAutoCommit(true);
        lazy.setDefaultTransactionIsolation(java.sql.Connection.TRANSACTION_READ_COMMITTED);
        lazy.afterPropertiesSet();
        this.dataSource = lazy;
        this.viewTransactionManager = new JdbcTransactionManager(lazy);
        if (file != null && flushed) {
            this.jdbcTemplate = new DurableJdbcTemplate(lazy, file);
            this.transactionManager = new DurableTransactionManager(lazy, file);
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
        return file == null ? OptionalLong.empty() : OptionalLong.of(file.size());
    }

    /**
     * Why nothing can be written at present, with the remedy: the disk that the store's file is on is full, read-only or ill. It goes
     * on by itself when the disk is well again. Empty if all is well or the store is not in a file of this process.
     */
    public Optional<String> trouble() {
        return file == null ? Optional.empty() : Optional.ofNullable(file.trouble());
    }

    /** The file that the store is in; empty if it is in memory or elsewhere. */
    Optional<MVStore> file() {
        return Optional.ofNullable(file).map(FileKeeper::store);
    }

    /** Whether the store is in a file of this process, which can be part of a {@link Cut}. */
    public boolean isInFile() {
        return file().isPresent();
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
        if (file != null) {
            file.close();
        }
        pool.close();
        try {
            if (anchor != null) {
                shutDown(anchor);
            }
        } catch (SQLException e) {
            log.debug("The file of {} was not closed in order; it is repaired when it is opened", name, e);
        }
    }

    /** Also when somebody still has a connection that the pool could not take away. */
    private static void shutDown(Connection anchor) throws SQLException {
        try (anchor; Statement statement = anchor.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }

    @Override
    public String toString() {
        return name + " (" + database + ")";
    }
}
