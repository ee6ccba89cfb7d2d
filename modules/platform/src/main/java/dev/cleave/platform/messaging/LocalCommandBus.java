package dev.cleave.platform.messaging;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.Registration;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The command bus of this process. Every command is handled in a root unit of work of its own, on a bounded pool apart from
 * the event workers, also when an event handler sends it; one that lost a race is handled again, bounded, on the reloaded
 * aggregate; the answer carries the aggregate's version.
 */
final class LocalCommandBus extends SimpleCommandBus {

    private static final Logger log = LoggerFactory.getLogger(LocalCommandBus.class);

    private final ExecutorService workers;
    private final int conflictRetries;
    private final @Nullable Wire wire;
    private final CommandWatch watch;
    private final Map<String, MessageHandler<? super CommandMessage<?>>> handlers = new ConcurrentHashMap<>();

    private LocalCommandBus(
            SimpleCommandBus.Builder builder, ExecutorService workers, int conflictRetries, @Nullable Wire wire,
            CommandWatch watch) {
        super(builder);
        this.workers = workers;
        this.conflictRetries = conflictRetries;
        this.wire = wire;
        this.watch = watch;
        watch.over(workers);
    }

    static LocalCommandBus create(
            MessagingProperties properties,
            @Nullable Wire wire,
            CommandWatch watch,
            UnaryOperator<SimpleCommandBus.Builder> settings) {
        return new LocalCommandBus(
                settings.apply(SimpleCommandBus.builder()), workers(properties), properties.conflictRetries(), wire, watch);
    }

    private static ExecutorService workers(MessagingProperties properties) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                properties.commandThreads(),
                properties.commandThreads(),
                60,
                TimeUnit.SECONDS,
                properties.commandQueue() > 0
                        ? new java.util.concurrent.LinkedBlockingQueue<>(properties.commandQueue())
                        : new SynchronousQueue<>(),
                Thread.ofPlatform().name("command-", 0).factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    @Override
    public Registration subscribe(String name, MessageHandler<? super CommandMessage<?>> handler) {
        handlers.put(name, handler);
        return super.subscribe(name, handler);
    }

    /** What was subscribed so far, by the names of commands. */
    Map<String, MessageHandler<? super CommandMessage<?>>> handlers() {
        return Map.copyOf(handlers);
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        CommandMessage<C> arrived = wire == null ? command : wire.carried(command);
        CommandWatch.Handling handling = watch.arrived(arrived);
        CommandCallback<C, R> watched = (handled, result) -> {
            handling.answered(result);
            callback.onResult(handled, result);
        };
        try {
            workers.execute(() -> handling.work(() -> attempt(arrived, handler, watched, conflictRetries)));
        } catch (RejectedExecutionException e) {
            watch.turnedAway();
            String message = "Too many commands are waiting; try again shortly.";
            callback.onResult(command, exceptional(message, e, new NoAnswer(CommandNotAnswered.Fate.OVERLOADED, message)));
        }
    }

    private <C, R> void attempt(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback,
            int retriesLeft) {
        VersionNote note = new VersionNote();
        CommandCallback<C, R> answering = (handled, result) -> {
            if (retriesLeft > 0 && result.isExceptional() && result.exceptionResult() instanceof ConcurrencyException) {
                log.debug("{} lost a race and is handled again", command.getCommandName());
                attempt(command, handler, callback, retriesLeft - 1);
            } else {
                callback.onResult(command, answer(command, result, note));
            }
        };
        super.handle(command, note.kept(handler), answering);
    }

    private <C, R> CommandResultMessage<? extends R> answer(
            CommandMessage<C> command, CommandResultMessage<? extends R> result, VersionNote note) {
        CommandResultMessage<? extends R> answer =
                result.isExceptional() ? explained(command, result) : note.keptWith(result);
        return wire == null ? answer : wire.carried(answer);
    }

    /** Whatever went wrong is said in the details, which is all that travels. */
    private static <R> CommandResultMessage<R> explained(CommandMessage<?> command, CommandResultMessage<R> result) {
        Throwable failure = result.exceptionResult();
        if (HandlerExecutionException.resolveDetails(failure).isPresent()) {
            return result;
        }
        CommandNotAnswered none = Unanswered.byTheHandler(failure);
        if (none != null) {
            return exceptional(none.getMessage(), none, new NoAnswer(none.fate(), none.getMessage()));
        }
        String message = command.getPayloadType().getSimpleName() + " failed: " + failure.getClass().getSimpleName();
        log.error("{}", message, failure);
        return exceptional(message, failure, new HandlerFailed(message));
    }

    private static <R> CommandResultMessage<R> exceptional(String message, Throwable cause, Object details) {
        return GenericCommandResultMessage.asCommandResultMessage(new CommandExecutionException(message, cause, details));
    }

    /** Lets the commands at hand end, up to a few seconds, and takes no more. */
    void shutdown() {
        workers.shutdown();
        try {
            if (!workers.awaitTermination(10, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
