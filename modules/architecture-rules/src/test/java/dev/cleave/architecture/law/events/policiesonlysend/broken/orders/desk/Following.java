package dev.cleave.architecture.law.events.policiesonlysend.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import java.sql.SQLException;
import java.sql.Statement;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventHandler;

abstract class Following {

    int followed;

    @Caught
    @EventHandler
    void counts(Long event) {
        followed++;
    }

    @Caught
    @EventHandler
    void hands(Short event, CommandGateway commands) {
        new Thread(() -> commands.send(event)).start();
    }

    @Caught
    @EventHandler
    void writes(Byte event, Statement statement) throws SQLException {
        statement.executeQuery("UPDATE note SET done = TRUE RETURNING id");
    }
}
