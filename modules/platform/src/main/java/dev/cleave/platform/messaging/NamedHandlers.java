package dev.cleave.platform.messaging;

import dev.cleave.platform.placement.MessageNames;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.common.Priority;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;

/** Has commands handled by their names, where Axon takes the names of their classes; refuses handlers of messages that have none. */
@Priority(Priority.FIRST)
final class NamedHandlers implements HandlerEnhancerDefinition {

    private final MessageNames names;

    NamedHandlers(MessageNames names) {
        this.names = names;
    }

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
        if (original.hasAnnotation(CommandHandler.class)) {
            return new Named<>(original, names.of(original.payloadType()));
        }
        if (original.canHandleMessageType(EventMessage.class) && original.payloadType().isRecord()) {
            names.of(original.payloadType());
        }
        return original;
    }

    private static final class Named<T> extends WrappedMessageHandlingMember<T> {

        private final String name;

        Named(MessageHandlingMember<T> original, String name) {
            super(original);
            this.name = name;
        }

        @Override
        public Optional<Map<String, Object>> annotationAttributes(Class<? extends Annotation> annotation) {
            Optional<Map<String, Object>> attributes = super.annotationAttributes(annotation);
            return annotation != CommandHandler.class ? attributes : attributes.map(given -> {
                Map<String, Object> named = new HashMap<>(given);
                named.put("commandName", name);
                return named;
            });
        }
    }
}
