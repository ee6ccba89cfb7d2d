package dev.cleave.platform.processing;

import dev.cleave.platform.datastore.DataStore;
import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.placement.Placement;
import java.util.concurrent.Callable;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Handles an event that failed before within a savepoint, so that its failure leaves the rest of the batch whole. PostgreSQL
 * refuses all further work in a transaction in which a statement failed, also the writing of the dead letter.
 */
final class CarefulRetries implements HandlerEnhancerDefinition {

    private final FailedAttemptsByProcessor attempts;
    private final Placement placement;
    private final DataStores stores;

    CarefulRetries(FailedAttemptsByProcessor attempts, Placement placement, DataStores stores) {
        this.attempts = attempts;
        this.placement = placement;
        this.stores = stores;
    }

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
        return original.canHandleMessageType(EventMessage.class) && original.declaringClass() != null
                ? Processor.annotated(original.declaringClass())
                        ? new Careful<>(original)
                        : original
                : original;
    }

    private final class Careful<T> extends WrappedMessageHandlingMember<T> {

        private volatile @Nullable Processor processor;

        Careful(MessageHandlingMember<T> delegate) {
            super(delegate);
        }

        @Override
        public @Nullable Object handle(Message<?> message, @Nullable T target) throws Exception {
            Processor known = processor;
            if (known == null) {
                known = Processor.of(target.getClass(), placement).orElseThrow();
                processor = known;
            }
            if (!attempts.of(known.name()).knows(message.getIdentifier())) {
                return super.handle(message, target);
            }
            return inSavepoint(stores.of(known.context()), () -> super.handle(message, target));
        }

        private @Nullable Object inSavepoint(DataStore store, Callable<@Nullable Object> work) throws Exception {
            TransactionStatus savepoint = store.viewTransactionManager()
                    .getTransaction(new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
            try {
                Object result = work.call();
                store.viewTransactionManager().commit(savepoint);
                return result;
            } catch (Exception | Error e) {
                store.viewTransactionManager().rollback(savepoint);
                throw e;
            }
        }
    }
}
