package dev.cleave.platform.messaging;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;

/**
 * Whenever this event, then that command: a stateless class whose event handlers send commands through {@link Commands} and do
 * nothing else; they may read their own context's store. Its progress is durable and never reset. A handler may see an event
 * again after a crash; the command it sends then has the same identity as the first time.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
public @interface Policy {

    /** The policy's name within its context; with the context's name before it the name of its processor. Policies may share one. */
    String value();
}
