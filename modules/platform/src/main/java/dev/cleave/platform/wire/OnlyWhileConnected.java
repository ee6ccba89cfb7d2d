package dev.cleave.platform.wire;

import dev.cleave.platform.messaging.CommandNotAnswered;
import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;

/** Turns commands away while there is no connection to Axon Server. */
final class OnlyWhileConnected implements MessageDispatchInterceptor<CommandMessage<?>> {

    private final AxonServerConnectionManager connections;

    OnlyWhileConnected(AxonServerConnectionManager connections) {
        this.connections = connections;
    }

    @Override
    public BiFunction<Integer, CommandMessage<?>, CommandMessage<?>> handle(List<? extends CommandMessage<?>> commands) {
        if (!connections.isConnected(connections.getDefaultContext())) {
            throw new CommandNotAnswered(
                    CommandNotAnswered.Fate.NOT_DELIVERED, "Axon Server is not reachable; nothing was sent.", null);
        }
        return (index, command) -> command;
    }
}
