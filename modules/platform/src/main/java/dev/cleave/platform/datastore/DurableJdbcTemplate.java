package dev.cleave.platform.datastore;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A {@link JdbcTemplate} whose updates outside of transactions are durable when they return. */
final class DurableJdbcTemplate extends JdbcTemplate {

    private final FileKeeper file;

    DurableJdbcTemplate(DataSource dataSource, FileKeeper file) {
        super(dataSource);
        this.file = file;
    }

    @Override
    public int update(String sql) throws DataAccessException {
        requireWritableOutsideOfTransactions();
        int rows = super.update(sql);
        flushOutsideOfTransactions();
        return rows;
    }

    @Override
    protected int update(PreparedStatementCreator statement, @Nullable PreparedStatementSetter setter)
            throws DataAccessException {
        requireWritableOutsideOfTransactions();
        int rows = super.update(statement, setter);
        flushOutsideOfTransactions();
        return rows;
    }

    private void requireWritableOutsideOfTransactions() {
        if (isOutsideOfTransactions()) {
            file.requireWritable();
        }
    }

    private void flushOutsideOfTransactions() {
        if (isOutsideOfTransactions()) {
            file.flush();
        }
    }

    private boolean isOutsideOfTransactions() {
        return !TransactionSynchronizationManager.hasResource(getDataSource());
    }
}
