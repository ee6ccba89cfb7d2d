package dev.cleave.platform.messaging;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.jspecify.annotations.Nullable;

/**
 * Answers a caller's command that was sent before, without anybody knowing what became of it, by what it did then: if its
 * aggregate has events that it caused, it is accepted and not handled again. Events name the command that caused them, and a
 * command sent again for the same request has the same identity.
 *
 * <p>It looks at the aggregate's last {@value #LOOK_BACK} events. A process's own commands are not looked up: aggregates take
 * those calmly.
 */
final class RepeatedCommands implements MessageHandlerInterceptor<CommandMessage<?>> {

    /** The metadata of a command that was sent before. */
    static final Map<String, String> MARK = Map.of("cleaveRepeated", "true");

    private static final String CAUSE = "correlationId";
    private static final long LOOK_BACK = 2_000;

    private final Supplier<EventStore> events;
    private final AnnotationCommandTargetResolver targets = AnnotationCommandTargetResolver.builder().build();

    RepeatedCommands(Supplier<EventStore> events) {
        this.events = events;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        CommandMessage<?> command = unitOfWork.getMessage();
        if (command.getMetaData().entrySet().containsAll(MARK.entrySet())) {
            AggregateVersion left = leftBy(command);
            if (left != null) {
                return new GenericCommandResultMessage<>((Object) null, VersionNote.metaData(left));
            }
        }
        return chain.proceed();
    }

    private @Nullable AggregateVersion leftBy(CommandMessage<?> command) {
        String aggregate;
        try {
            aggregate = targets.resolveTarget(command).getIdentifier();
        } catch (IllegalArgumentException namesNoAggregate) {
            return null;
        }
        Optional<Long> last = events.get().lastSequenceNumberFor(aggregate);
        if (last.isEmpty()) {
            return null;
        }
        AggregateVersion left = null;
        var history = events.get().readEvents(aggregate, Math.max(0, last.get() - LOOK_BACK + 1));
        while (history.hasNext()) {
            DomainEventMessage<?> event = history.next();
            if (command.getIdentifier().equals(event.getMetaData().get(CAUSE))) {
                left = new AggregateVersion(aggregate, event.getSequenceNumber());
            }
        }
        return left;
    }
}
