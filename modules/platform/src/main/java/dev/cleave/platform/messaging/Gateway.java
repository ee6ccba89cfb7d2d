package dev.cleave.platform.messaging;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;

/**
 * An event handler that calls the outside world under a stable reference and reports back by a command through
 * {@link Commands}. The only place for such I/O. No database transaction is open while it calls; a call must end within
 * {@value #LONGEST_CALL_MILLIS} ms. Its progress is durable and never reset; it may see an event again after a crash, and must
 * make the same call under the same reference.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
public @interface Gateway {

    /** The longest an outside call may take, in milliseconds; well below the claim timeout of 10 s. */
    long LONGEST_CALL_MILLIS = 3_000;

    /** The gateway's name within its context; with the context's name before it the name of its processor. */
    String value();
}
