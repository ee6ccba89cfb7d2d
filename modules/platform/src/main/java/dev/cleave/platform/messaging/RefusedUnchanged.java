package dev.cleave.platform.messaging;

import dev.cleave.platform.failure.Refusal;
import java.util.Objects;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.Scope;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfiguration;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateScopeDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Lets the unit of work of a command end in peace that an existing aggregate refused without having applied an event. A roll-back
 * would have nothing to undo, but take the aggregate out of the cache, so that refusals of commands to an aggregate with a long
 * history would have it read again and again. Any other exception, and a refusal after an event, rolls back.
 */
final class RefusedUnchanged implements RollbackConfiguration {

    private static final String RESOURCE = RefusedUnchanged.class.getName();

    @Override
    public boolean rollBackOn(Throwable throwable) {
        return !(throwable instanceof Refusal) || CurrentUnitOfWork.get().root().getResource(RESOURCE) != throwable;
    }

    /** Tells which refusals left the aggregate as it was. */
    static final class ByAggregates implements HandlerEnhancerDefinition {

        @Override
        public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
            return original.canHandleMessageType(CommandMessage.class) ? new Telling<>(original) : original;
        }
    }

    private static final class Telling<T> extends WrappedMessageHandlingMember<T> {

        Telling(MessageHandlingMember<T> delegate) {
            super(delegate);
        }

        @Override
        public Object handle(Message<?> message, @Nullable T target) throws Exception {
            if (!(message instanceof CommandMessage<?>) || !inAggregate()) {
                return super.handle(message, target);
            }
            Long before = AggregateLifecycle.getVersion();
            try {
                return super.handle(message, target);
            } catch (Refusal refusal) {
                if (before != null && Objects.equals(before, AggregateLifecycle.getVersion())) {
                    CurrentUnitOfWork.get().root().resources().put(RESOURCE, refusal);
                }
                throw refusal;
            }
        }

        private static boolean inAggregate() {
            try {
                return Scope.describeCurrentScope() instanceof AggregateScopeDescriptor;
            } catch (IllegalStateException none) {
                return false;
            }
        }
    }
}
