package dev.cleave.platform.datastore;

import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** A transaction manager whose commits are durable when they return. */
final class DurableTransactionManager extends JdbcTransactionManager {

    private final transient GroupFlush flush;

    DurableTransactionManager(DataSource dataSource, GroupFlush flush) {
        super(dataSource);
        this.flush = flush;
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        super.doCommit(status);
        if (!status.isReadOnly()) {
            flush.flush();
        }
    }
}
