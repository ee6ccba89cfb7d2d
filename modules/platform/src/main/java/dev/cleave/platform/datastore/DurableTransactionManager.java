package dev.cleave.platform.datastore;

import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** A transaction manager whose commits are durable when they return, and that begins nothing while nothing can become durable. */
final class DurableTransactionManager extends JdbcTransactionManager {

    private final transient FileKeeper file;

    DurableTransactionManager(DataSource dataSource, FileKeeper file) {
        super(dataSource);
        this.file = file;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        if (!definition.isReadOnly()) {
            file.requireWritable();
        }
        super.doBegin(transaction, definition);
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        super.doCommit(status);
        if (!status.isReadOnly()) {
            file.flush();
        }
    }
}
