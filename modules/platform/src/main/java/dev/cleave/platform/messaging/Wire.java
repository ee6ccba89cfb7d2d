package dev.cleave.platform.messaging;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** What a message is after a journey: written and read again, its exception reduced to a message and its details. */
final class Wire {

    private final Serializer serializer;

    Wire(Serializer serializer) {
        this.serializer = serializer;
    }

    @SuppressWarnings("unchecked")
    <C> CommandMessage<C> carried(CommandMessage<C> command) {
        C payload = (C) carried((Object) command.getPayload());
        return new GenericCommandMessage<>(
                new GenericMessage<>(command.getIdentifier(), payload, carried(command.getMetaData())), command.getCommandName());
    }

    @SuppressWarnings("unchecked")
    <R> CommandResultMessage<R> carried(CommandResultMessage<R> result) {
        MetaData metaData = carried(result.getMetaData());
        if (!result.isExceptional()) {
            return new GenericCommandResultMessage<>((R) carried((Object) result.getPayload()), metaData);
        }
        Throwable failure = result.exceptionResult();
        Object details = HandlerExecutionException.resolveDetails(failure).map(this::carried).orElse(null);
        return new GenericCommandResultMessage<>(
                new CommandExecutionException(failure.getMessage(), null, details), metaData);
    }

    @SuppressWarnings("unchecked")
    private <T> @Nullable T carried(@Nullable T object) {
        if (object == null) {
            return null;
        }
        SerializedObject<byte[]> bytes = serializer.serialize(object, byte[].class);
        T read = serializer.deserialize(bytes);
        if (read == null || read.getClass() != object.getClass()) {
            throw new IllegalArgumentException(
                    object.getClass().getName() + " can't travel: it is not among the types that a message may hold");
        }
        return read;
    }
}
