package dev.cleave.platform.messaging;

import dev.cleave.platform.datastore.StoreNotWritable;
import dev.cleave.platform.eventstore.AppendOutcomeUnknown;
import dev.cleave.platform.eventstore.EventStoreUnavailable;
import io.grpc.StatusRuntimeException;
import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.axonserver.connector.command.AxonServerCommandDispatchException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;

import org.axonframework.messaging.EventPublicationFailedException;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Tells failures of the means (the event store, Axon Server, too many races) from those of a handler. */
final class Unanswered {

    private static final String TOO_MANY_REQUESTS = "AXONIQ-1900";

    private Unanswered() {}

    /** What a failure of a command means if it is nobody's rule and no error of the handler's; otherwise null. */
    static @Nullable CommandNotAnswered byTheHandler(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            CommandNotAnswered none = switch (cause) {
                case ConcurrencyException lost -> new CommandNotAnswered(
                        CommandNotAnswered.Fate.OVERLOADED, "Too many commands want the same thing at once; try again shortly.",
                        lost);
                case EventStoreUnavailable away -> new CommandNotAnswered(
                        CommandNotAnswered.Fate.NOT_STORED, "Nothing can be stored at present; nothing was changed.", away);
                case StoreNotWritable refused when !refused.isOutcomeUnknown() -> new CommandNotAnswered(
                        CommandNotAnswered.Fate.NOT_STORED, "Nothing can be stored at present; nothing was changed.", refused);
                case StoreNotWritable unknown -> unknown(unknown);
                case AppendOutcomeUnknown unknown -> unknown(unknown);
                case EventPublicationFailedException notStored -> unknown(notStored);
                case AxonServerException server -> unknown(server);
                case io.axoniq.axonserver.connector.AxonServerException server -> unknown(server);
                case StatusRuntimeException server -> unknown(server);
                case CommandNotAnswered already -> already;
                default -> null;
            };
            if (none != null) {
                return none;
            }
        }
        return null;
    }

    /** What a failure that reached the sender means, if no handler has spoken; otherwise null. */
    static @Nullable CommandNotAnswered toTheSender(Throwable failure) {
        if (HandlerExecutionException.resolveDetails(failure).isPresent()) {
            return null;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            CommandNotAnswered none = switch (cause) {
                case CommandNotAnswered already -> already;
                case NoHandlerForCommandException nobody -> new CommandNotAnswered(
                        CommandNotAnswered.Fate.NOT_DELIVERED, "Nobody handles the command at present.", nobody);
                case AxonServerException busy when TOO_MANY_REQUESTS.equals(busy.code()) -> new CommandNotAnswered(
                        CommandNotAnswered.Fate.OVERLOADED, "Axon Server has too many commands waiting.", busy);
                // Handlers always give details; without them it is Axon Server that speaks, or what became of the connection to it.
                case AxonServerException lost -> unknown(lost);
                case AxonServerCommandDispatchException lost when lost.getCause() == null -> unknown(lost);
                case io.axoniq.axonserver.connector.AxonServerException lost -> unknown(lost);
                case StatusRuntimeException lost -> unknown(lost);
                case CommandExecutionException lost -> unknown(lost);
                default -> null;
            };
            if (none != null) {
                return none;
            }
        }
        return null;
    }

    private static CommandNotAnswered unknown(Exception cause) {
        return new CommandNotAnswered(
                CommandNotAnswered.Fate.UNKNOWN, "It is not known whether the command took effect.", cause);
    }
}
