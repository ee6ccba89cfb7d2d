package dev.cleave.platform.messaging;

import dev.cleave.platform.placement.Context;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Counts the events that became durable, whichever store keeps them. */
final class AppendedEvents implements MessageDispatchInterceptor<EventMessage<?>> {

    private final MeterRegistry meters;
    private final Collection<Context> contexts;
    private final Map<Class<?>, Counter> counters = new ConcurrentHashMap<>();

    AppendedEvents(MeterRegistry meters, Collection<Context> contexts) {
        this.meters = meters;
        this.contexts = contexts;
    }

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> messages) {
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().root().afterCommit(done -> messages.forEach(
                    message -> counters.computeIfAbsent(message.getPayloadType(), this::counter).increment()));
        }
        return (index, message) -> message;
    }

    private Counter counter(Class<?> type) {
        return Counter.builder("cleave.events.appended")
                .description("Events that became durable")
                .tag("event", type.getSimpleName())
                .tag("context", contexts.stream().filter(c -> c.contains(type)).map(Context::name).findFirst().orElse("none"))
                .register(meters);
    }
}
