package dev.cleave.architecture.law.events.policiesonlysend.nearmiss.orders.desk;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

@Component
class Notes {

    private final DataSource store;

    Notes(DataSource store) {
        this.store = store;
    }

    boolean taken(String text) {
        try (Connection connection = store.getConnection();
                var statement = connection.prepareStatement("SELECT text FROM note WHERE text = ?")) {
            statement.setString(1, text);
            return statement.executeQuery().next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void take(String text) {
        try (Connection connection = store.getConnection();
                var statement = connection.prepareStatement("INSERT INTO note (text) VALUES (?)")) {
            statement.setString(1, text);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
