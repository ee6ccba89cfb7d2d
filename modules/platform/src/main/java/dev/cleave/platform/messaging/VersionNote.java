package dev.cleave.platform.messaging;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.Scope;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateScopeDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Notes, while a command is handled, which version of which aggregate it leaves and whether by an event, so that the answer can carry it: from the
 * aggregate that handled it, or else from the last event that the handler had an aggregate apply.
 */
final class VersionNote {

    private static final String RESOURCE = VersionNote.class.getName();
    private static final String META_DATA = "cleaveVersion";
    private static final String UNCHANGED = "cleaveUnchanged";

    private @Nullable AggregateVersion version;
    private boolean changed;

    /** The handler, with this note at hand in its unit of work. */
    MessageHandler<CommandMessage<?>> kept(MessageHandler<? super CommandMessage<?>> handler) {
        return new MessageHandler<>() {
            @Override
            public Object handle(CommandMessage<?> message) throws Exception {
                CurrentUnitOfWork.get().root().resources().put(RESOURCE, VersionNote.this);
                return handler.handle(message);
            }

            @Override
            public Class<?> getTargetType() {
                return handler.getTargetType();
            }
        };
    }

    private MetaData metaData() {
        MetaData left = version == null ? MetaData.emptyInstance() : metaData(version);
        return changed ? left : left.and(UNCHANGED, "true");
    }

    /** The result with this note, unless it tells already what a command left. */
    <R> CommandResultMessage<R> keptWith(CommandResultMessage<R> result) {
        return result.getMetaData().containsKey(META_DATA) ? result : result.andMetaData(metaData());
    }

    static MetaData metaData(AggregateVersion version) {
        return MetaData.with(META_DATA, version.toString());
    }

    static @Nullable AggregateVersion read(Map<String, ?> metaData) {
        Object text = metaData.get(META_DATA);
        if (!(text instanceof String noted)) {
            return null;
        }
        int at = noted.lastIndexOf('@');
        return new AggregateVersion(noted.substring(0, at), Long.parseLong(noted.substring(at + 1)));
    }

    /** Whether the command left an event. */
    static boolean changed(Map<String, ?> metaData) {
        return !metaData.containsKey(UNCHANGED);
    }

    private static void write(AggregateVersion version, boolean changed) {
        CurrentUnitOfWork.map(unitOfWork -> unitOfWork.root().<VersionNote>getResource(RESOURCE)).ifPresent(note -> {
            note.version = version;
            note.changed |= changed;
        });
    }

    /** Notes the events that are about to be stored. */
    static final class OfEvents implements MessageDispatchInterceptor<EventMessage<?>> {

        @Override
        public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> messages) {
            return (index, message) -> {
                if (message instanceof DomainEventMessage<?> event) {
                    write(new AggregateVersion(event.getAggregateIdentifier(), event.getSequenceNumber()), true);
                }
                return message;
            };
        }
    }

    /** Notes the version of the aggregate that handled the command, also when it changed nothing. */
    static final class OfAggregates implements HandlerEnhancerDefinition {

        @Override
        public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
            return original.canHandleMessageType(CommandMessage.class) ? new Noting<>(original) : original;
        }
    }

    private static final class Noting<T> extends WrappedMessageHandlingMember<T> {

        Noting(MessageHandlingMember<T> delegate) {
            super(delegate);
        }

        @Override
        public Object handle(Message<?> message, @Nullable T target) throws Exception {
            Object result = super.handle(message, target);
            if (message instanceof CommandMessage<?>
                    && currentScope() instanceof AggregateScopeDescriptor aggregate
                    && AggregateLifecycle.getVersion() instanceof Long version) {
                write(new AggregateVersion(String.valueOf(aggregate.getIdentifier()), version), false);
            }
            return result;
        }

        private static @Nullable ScopeDescriptor currentScope() {
            try {
                return Scope.describeCurrentScope();
            } catch (IllegalStateException none) {
                return null;
            }
        }
    }
}
