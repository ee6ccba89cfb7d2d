package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import dev.cleave.architecture.model.Message.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That a method or constructor handles messages.
 *
 * @param payload the type of the messages, or one that they extend or implement; null if only their name is told
 * @param name the name under which they are handled; null if that is their type's
 */
record Handling(JavaCodeUnit code, Sort sort, @Nullable JavaClass payload, @Nullable String name) {

    /** What for. */
    enum Sort {
        COMMAND(Kind.COMMAND),
        QUERY(Kind.QUERY),
        DEADLINE(Kind.DEADLINE),
        /** To rebuild an aggregate. */
        SOURCING(Kind.EVENT),
        SAGA(Kind.EVENT),
        EVENT(Kind.EVENT);

        private final Kind kind;

        Sort(Kind kind) {
            this.kind = kind;
        }

        Kind kind() {
            return kind;
        }
    }

    /** By annotation. The last is on some of the others. */
    private static final Map<String, Sort> SORTS = new LinkedHashMap<>();

    static {
        SORTS.put(Axon.COMMAND_HANDLER, Sort.COMMAND);
        SORTS.put(Axon.QUERY_HANDLER, Sort.QUERY);
        SORTS.put(Axon.DEADLINE_HANDLER, Sort.DEADLINE);
        SORTS.put(Axon.EVENT_SOURCING_HANDLER, Sort.SOURCING);
        SORTS.put(Axon.SAGA_EVENT_HANDLER, Sort.SAGA);
        SORTS.put(Axon.EVENT_HANDLER, Sort.EVENT);
    }

    static Optional<Handling> of(JavaCodeUnit code) {
        for (Map.Entry<String, Sort> sort : SORTS.entrySet()) {
            Optional<JavaAnnotation<?>> annotation = Axon.find(code, sort.getKey());
            if (annotation.isPresent()) {
                return Optional.of(new Handling(code, sort.getValue(), payload(code, annotation.get()), name(annotation.get())));
            }
        }
        return Optional.empty();
    }

    JavaClass owner() {
        return code.getOwner();
    }

    boolean ofEvents() {
        return sort.kind() == Kind.EVENT;
    }

    /** The first parameter, or what the annotation says; of a whole message that which it carries. */
    private static @Nullable JavaClass payload(JavaCodeUnit code, JavaAnnotation<?> annotation) {
        Optional<JavaClass> said = Axon.type(annotation, "payloadType");
        if (said.isPresent() || code.getParameterTypes().isEmpty()) {
            return said.orElse(null);
        }
        JavaType first = code.getParameterTypes().getFirst();
        if (!Axon.isA(first.toErasure(), Axon.MESSAGE)
                && !first.toErasure().getName().startsWith("org.axonframework.")
                || !(first instanceof JavaClass
                        || first instanceof JavaParameterizedType)) {
            return first.toErasure();
        }
        return first instanceof JavaParameterizedType message
                ? message.getActualTypeArguments().getFirst().toErasure()
                : null;
    }

    private static @Nullable String name(JavaAnnotation<?> annotation) {
        for (String property : new String[] {"commandName", "queryName", "deadlineName"}) {
            Optional<String> name = Axon.text(annotation, property);
            if (name.isPresent()) {
                return name.get();
            }
        }
        return null;
    }
}
