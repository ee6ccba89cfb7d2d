package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.code.SystemCode;

/** A process is an aggregate and its policies. */
final class NoSagas extends StatedRule {

    private static final String SAGAS = "org.axonframework.modelling.saga.";
    private static final String STEREOTYPE = "org.axonframework.spring.stereotype.Saga";

    NoSagas() {
        super(
                "no-sagas",
                Laws.ONLY_TRUTH,
                "No process is an Axon saga",
                "A saga's state is neither events nor derived from them: it can't be rebuilt, Axon's dead letters do not cover it, and later"
                        + " versions of Axon have none. An event-sourced aggregate with stateless policies does the same and can be replayed.");
    }

    @Override
    public Examination examine(SystemCode code) {
        return UsesOf.examination(
                "classes",
                code.contextClasses(),
                type -> UsesOf.firstOfAny(type, NoSagas::isSaga),
                use -> new Violation(
                        code.at(use),
                        use.inWords() + ", which belongs to Axon's sagas.",
                        "Make the process an event-sourced aggregate whose policies turn events into commands."));
    }

    private static boolean isSaga(JavaClass type) {
        return type.getName().startsWith(SAGAS) || type.getName().equals(STEREOTYPE);
    }
}
