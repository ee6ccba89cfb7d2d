package dev.cleave.bootstrap.proof.onejvm;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.common.Registration;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Carries commands between units as bytes, and badly: it delays them and so reorders them, delivers some twice, and loses answers.
 * What befalls the n-th command of a name follows from the seed.
 */
final class InMemoryWire implements AutoCloseable {

    private static final int SOME_DELAYED = 40;
    private static final int SOME_TWICE = 10;
    private static final int SOME_ANSWERS_LOST = 2;

    private final long seed;
    private final ScheduledExecutorService carriers =
            new ScheduledThreadPoolExecutor(2, Thread.ofPlatform().name("wire-", 0).factory());
    private final Map<String, UnitBus> handlers = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> sent = new ConcurrentHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger delayed = new AtomicInteger();
    private final AtomicInteger twice = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private volatile boolean closed;

    InMemoryWire(long seed) {
        this.seed = seed;
    }

    /** What is to happen to one command, in milliseconds; a second delivery only if its delay is not negative. */
    private record Fate(long delay, long again, long answerDelay, boolean answerLost) {}

    private Fate fate(String command) {
        int number = sent.computeIfAbsent(command, name -> new AtomicInteger()).getAndIncrement();
        Random random = new Random(seed * 31 + command.hashCode() * 1_000_003L + number);
        random.nextLong();
        Fate fate = new Fate(
                random.nextInt(100) < SOME_DELAYED ? random.nextInt(30) : 0,
                random.nextInt(100) < SOME_TWICE ? random.nextInt(60) : -1,
                random.nextInt(100) < SOME_DELAYED ? random.nextInt(15) : 0,
                random.nextInt(100) < SOME_ANSWERS_LOST);
        delayed.addAndGet(fate.delay() > 0 ? 1 : 0);
        twice.addAndGet(fate.again() >= 0 ? 1 : 0);
        lost.addAndGet(fate.answerLost() ? 1 : 0);
        return fate;
    }

    /** Whether nothing is on its way any more. */
    boolean isIdle() {
        return underWay.get() == 0;
    }

    /** What it did to how many commands. */
    String account() {
        int all = sent.values().stream().mapToInt(AtomicInteger::get).sum();
        return "%d commands, %d delayed, %d twice, %d answers lost".formatted(all, delayed.get(), twice.get(), lost.get());
    }

    /** The end of the wire in one unit, which handles its own commands like those of others. */
    UnitBus end(CommandBus local, Serializer serializer) {
        return new UnitBus(local, serializer);
    }

    @Override
    public void close() {
        closed = true;
        carriers.shutdownNow();
    }

    private void after(long millis, Runnable step) {
        if (closed) {
            return;
        }
        underWay.incrementAndGet();
        carriers.schedule(
                () -> {
                    try {
                        step.run();
                    } finally {
                        underWay.decrementAndGet();
                    }
                },
                millis,
                TimeUnit.MILLISECONDS);
    }

    private record Bytes(@Nullable SerializedObject<byte[]> object) {

        static Bytes of(@Nullable Object object, Serializer serializer) {
            return new Bytes(object == null ? null : serializer.serialize(object, byte[].class));
        }

        <T> @Nullable T read(Serializer serializer) {
            return object == null ? null : serializer.deserialize(object);
        }
    }

    private record Letter(String identifier, String name, Bytes payload, Bytes metaData) {}

    private record Reply(@Nullable String failure, Bytes payload, Bytes metaData) {}

    final class UnitBus implements CommandBus {

        private final CommandBus local;
        private final Serializer serializer;
        private final List<MessageDispatchInterceptor<? super CommandMessage<?>>> interceptors = new CopyOnWriteArrayList<>();

        private UnitBus(CommandBus local, Serializer serializer) {
            this.local = local;
            this.serializer = serializer;
        }

        @Override
        public Registration subscribe(String name, MessageHandler<? super CommandMessage<?>> handler) {
            UnitBus other = handlers.putIfAbsent(name, this);
            if (other != null && other != this) {
                throw new IllegalStateException("Two units handle " + name);
            }
            Registration registration = local.subscribe(name, handler);
            return () -> {
                handlers.remove(name, this);
                return registration.cancel();
            };
        }

        @Override
        public <C> void dispatch(CommandMessage<C> command) {
            dispatch(command, (sent, result) -> {});
        }

        @Override
        public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
            CommandMessage<?> intercepted = command;
            for (var interceptor : interceptors) {
                intercepted = (CommandMessage<?>) interceptor.handle(intercepted);
            }
            Letter letter = new Letter(
                    intercepted.getIdentifier(), intercepted.getCommandName(), Bytes.of(intercepted.getPayload(), serializer),
                    Bytes.of(intercepted.getMetaData(), serializer));
            Fate fate = fate(letter.name());
            after(fate.delay(), () -> deliver(letter, reply -> {
                if (!fate.answerLost()) {
                    after(fate.answerDelay(), () -> callback.onResult(command, read(reply)));
                }
            }));
            if (fate.again() >= 0) {
                after(fate.again(), () -> deliver(letter, reply -> {}));
            }
        }

        private void deliver(Letter letter, Consumer<@Nullable Reply> answer) {
            UnitBus handler = handlers.get(letter.name());
            if (handler == null) {
                answer.accept(null);
            } else {
                handler.receive(letter, answer);
            }
        }

        private void receive(Letter letter, Consumer<@Nullable Reply> answer) {
            MetaData metaData = letter.metaData().read(serializer);
            Object payload = letter.payload().read(serializer);
            underWay.incrementAndGet();
            local.<Object, Object>dispatch(
                    new GenericCommandMessage<>(new GenericMessage<>(letter.identifier(), payload, metaData), letter.name()),
                    (handled, result) -> {
                        try {
                            answer.accept(written(result));
                        } finally {
                            underWay.decrementAndGet();
                        }
                    });
        }

        private Reply written(CommandResultMessage<?> result) {
            Bytes metaData = Bytes.of(result.getMetaData(), serializer);
            if (!result.isExceptional()) {
                return new Reply(null, Bytes.of(result.getPayload(), serializer), metaData);
            }
            Throwable failure = result.exceptionResult();
            return new Reply(
                    String.valueOf(failure.getMessage()),
                    Bytes.of(HandlerExecutionException.resolveDetails(failure).orElse(null), serializer),
                    metaData);
        }

        private <R> CommandResultMessage<R> read(@Nullable Reply reply) {
            if (reply == null) {
                return new GenericCommandResultMessage<>(new NoHandlerForCommandException("Nobody handles it"));
            }
            MetaData metaData = reply.metaData().read(serializer);
            if (reply.failure() == null) {
                return new GenericCommandResultMessage<>(reply.payload().<R>read(serializer), metaData);
            }
            return new GenericCommandResultMessage<>(
                    new CommandExecutionException(reply.failure(), null, reply.payload().<Object>read(serializer)), metaData);
        }

        @Override
        public Registration registerDispatchInterceptor(MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
            interceptors.add(interceptor);
            return () -> interceptors.remove(interceptor);
        }

        @Override
        public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
            return local.registerHandlerInterceptor(interceptor);
        }
    }
}
