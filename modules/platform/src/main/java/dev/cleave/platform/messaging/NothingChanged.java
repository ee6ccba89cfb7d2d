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
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * What follows when an existing aggregate answers a command without an event, be it by a refusal or because there is nothing to do.
 *
 * <p>The answer must not rest on an aggregate that another replica has changed meanwhile: then it is a lost race like any other. And
 * a refusal lets the unit of work end in peace: a roll-back would have nothing to undo, but take the aggregate out of the cache, so
 * that refusals of commands to an aggregate with a long history would have it read again and again. Any other exception, and a
 * refusal after an event, rolls back.
 */
final class NothingChanged implements RollbackConfiguration {

    private static final String RESOURCE = NothingChanged.class.getName();

    @Override
    public boolean rollBackOn(Throwable throwable) {
        return !(throwable instanceof Refusal) || CurrentUnitOfWork.get().root().getResource(RESOURCE) != throwable;
    }

    /** Looks at what aggregates leave. */
    static final class ByAggregates implements HandlerEnhancerDefinition {

        private final Freshness freshness;

        ByAggregates(Freshness freshness) {
            this.freshness = freshness;
        }

        @Override
        public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
            return original.canHandleMessageType(CommandMessage.class) ? new Looking<>(original, freshness) : original;
        }
    }

    private static final class Looking<T> extends WrappedMessageHandlingMember<T> {

        private final Freshness freshness;

        Looking(MessageHandlingMember<T> delegate, Freshness freshness) {
            super(delegate);
            this.freshness = freshness;
        }

        @Override
        public Object handle(Message<?> message, @Nullable T target) throws Exception {
            String aggregate = message instanceof CommandMessage<?> ? presentAggregate() : null;
            Long before = aggregate == null ? null : AggregateLifecycle.getVersion();
            if (before == null) {
                return super.handle(message, target);
            }
            try {
                Object result = super.handle(message, target);
                if (unchanged(before)) {
                    checkFresh(aggregate, before);
                }
                return result;
            } catch (Refusal refusal) {
                if (unchanged(before)) {
                    checkFresh(aggregate, before);
                    CurrentUnitOfWork.get().root().resources().put(RESOURCE, refusal);
                }
                throw refusal;
            }
        }

        private static boolean unchanged(Long before) {
            return Objects.equals(before, AggregateLifecycle.getVersion());
        }

        private void checkFresh(String aggregate, long version) {
            if (!freshness.isLast(aggregate, version)) {
                throw new ConcurrencyException("The aggregate was changed elsewhere meanwhile");
            }
        }

        private static @Nullable String presentAggregate() {
            try {
                return Scope.describeCurrentScope() instanceof AggregateScopeDescriptor aggregate
                        ? String.valueOf(aggregate.getIdentifier()) : null;
            } catch (IllegalStateException none) {
                return null;
            }
        }
    }
}
