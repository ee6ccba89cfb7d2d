package dev.cleave.platform.messaging;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;

/**
 * A class that derives rows from events in its own context's store and does nothing else. It starts at the beginning of the
 * event log and can be replayed at any time while the system serves, so it has a
 * {@link org.axonframework.eventhandling.ResetHandler} that empties what it derived. Rows and progress commit together.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
public @interface View {

    /** The view's name within its context; with the context's name before it ({@code ordering.orders}) the name of its processor. */
    String value();
}
