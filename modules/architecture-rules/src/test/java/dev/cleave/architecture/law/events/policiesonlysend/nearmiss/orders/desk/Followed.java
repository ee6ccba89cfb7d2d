package dev.cleave.architecture.law.events.policiesonlysend.nearmiss.orders.desk;

import dev.cleave.architecture.law.words.Policy;
import java.sql.SQLException;
import java.sql.Statement;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventHandler;

@Policy("followed")
class Followed {

    private final int most;

    Followed() {
        this.most = 3;
    }

    @EventHandler
    void on(Byte event, Statement statement, CommandGateway commands) throws SQLException {
        if (statement.executeQuery("SELECT id FROM note WHERE done = FALSE FOR UPDATE").getInt(1) < most) {
            commands.send(event);
        }
    }
}
