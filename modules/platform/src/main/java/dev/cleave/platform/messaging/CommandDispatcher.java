package dev.cleave.platform.messaging;

import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.message.FailureCode;
import dev.cleave.platform.telemetry.LogContext;
import dev.cleave.platform.telemetry.Tracing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** {@link Commands} over Axon's command bus, whichever it is. */
final class CommandDispatcher implements Commands {

    private final CommandBus bus;
    private final Function<Class<?>, String> names;
    private final Duration timeout;
    private final Supplier<CommandIdentities> requests;
    private final Tracing tracing;

    /**
     * @param names the names of commands
     * @param requests gives the commands of HTTP requests their identities
     */
    CommandDispatcher(CommandBus bus, Function<Class<?>, String> names, Duration timeout, Supplier<CommandIdentities> requests,
            Tracing tracing) {
        this.bus = bus;
        this.names = names;
        this.timeout = timeout;
        this.requests = requests;
        this.tracing = tracing;
    }

    @Override
    public Answer send(Object command) {
        CommandBatch batch = CommandBatch.current();
        if (batch != null) {
            batch.settle(presentEvent());
        }
        try {
            return dispatch(message(command)).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new CommandNotAnswered(
                    CommandNotAnswered.Fate.UNKNOWN,
                    command.getClass().getSimpleName() + " was not answered within " + timeout.toMillis() + " ms",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandNotAnswered(CommandNotAnswered.Fate.UNKNOWN, "Interrupted while waiting for an answer", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void tell(Object command) {
        CommandBatch batch = openBatch();
        if (batch == null) {
            send(command);
        } else {
            CommandMessage<Object> message = message(command);
            batch.tell(presentEvent(), () -> dispatch(message));
        }
    }

    @Override
    public void tell(Object command, FailureCode refusal, Object remedy) {
        CommandBatch batch = openBatch();
        if (batch == null) {
            Commands.super.tell(command, refusal, remedy);
        } else {
            CommandMessage<Object> message = message(command);
            CommandMessage<Object> next = message(remedy);
            batch.tell(presentEvent(), () -> dispatch(message)
                    .thenCompose(
                            answer -> answer.refusedWith(refusal) ? dispatch(next) : CompletableFuture.completedFuture(answer)));
        }
    }

    private static @Nullable CommandBatch openBatch() {
        CommandBatch batch = CommandBatch.current();
        return batch != null && batch.takes(presentEvent()) ? batch : null;
    }

    private static EventMessage<?> presentEvent() {
        return (EventMessage<?>) CurrentUnitOfWork.get().getMessage();
    }

    private CommandMessage<Object> message(Object command) {
        Map<String, Object> metaData = new HashMap<>(CurrentUnitOfWork.correlationData());
        LogContext.handOn(metaData);
        metaData.putAll(tracing.carried());
        if (requests.get().repeated()) {
            metaData.putAll(RepeatedCommands.MARK);
        }
        return new GenericCommandMessage<>(
                new GenericMessage<>(identifierOf(command), command, metaData), names.apply(command.getClass()));
    }

    private CompletableFuture<Answer> dispatch(CommandMessage<Object> message) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        bus.dispatch(message, (sent, result) -> {
            try {
                answer.complete(read(result));
            } catch (RuntimeException failure) {
                answer.completeExceptionally(failure);
            }
        });
        return answer;
    }

    private static Answer read(CommandResultMessage<?> result) {
        if (!result.isExceptional()) {
            return new Answer.Accepted(
                    result.getPayload(), VersionNote.read(result.getMetaData()), VersionNote.changed(result.getMetaData()));
        }
        Throwable failure = result.exceptionResult();
        CommandNotAnswered none = Unanswered.toTheSender(failure);
        if (none != null) {
            throw none;
        }
        return switch (HandlerExecutionException.resolveDetails(failure).orElse(null)) {
            case Failure refusal -> new Answer.Refused(refusal);
            case NoAnswer said -> throw new CommandNotAnswered(said.fate(), said.message(), failure);
            case HandlerFailed said -> throw new CommandFailed(said.message(), failure);
            case null, default ->
                throw failure instanceof RuntimeException unexpected ? unexpected : new IllegalStateException(failure);
        };
    }

    private String identifierOf(Object command) {
        if (CurrentUnitOfWork.isStarted() && CurrentUnitOfWork.get().getMessage() instanceof EventMessage<?> event) {
            UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get();
            int ordinal = unitOfWork
                    .root()
                    .<AtomicInteger>getOrComputeResource("commands for " + event.getIdentifier(), key -> new AtomicInteger())
                    .getAndIncrement();
            String origin = event.getIdentifier() + "/" + names.apply(command.getClass()) + "/" + ordinal;
            return UUID.nameUUIDFromBytes(origin.getBytes(StandardCharsets.UTF_8)).toString();
        }
        return requests.get().next().orElseGet(() -> UUID.randomUUID().toString());
    }
}
