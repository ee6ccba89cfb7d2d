package dev.cleave.platform.placement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.context.annotation.ComponentScan;

/**
 * Marks a context's one registration class, which stands in the context's root package and is named in the module's
 * {@code META-INF/spring/dev.cleave.platform.placement.BoundedContext.imports}.
 *
 * <p>Where this process's unit holds the context, everything below the registration class's package is found by component
 * scan, and the context gets its own data store. Where it does not, nothing of it exists.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ComponentScan(nameGenerator = ClassNames.class)
public @interface BoundedContext {

    /** The context's name: lower case, the last part of its package, the first path segment of its HTTP resources. */
    String value();

    /** Names of the stores that are opened besides its own where it is held, such as that of a simulated company that it calls. */
    String[] stores() default {};

    /** Paths outside {@code /api} that are answered where it is held, each with what lies below; shown on the own machine only. */
    String[] ownPaths() default {};

    /** TCP ports of the outside services that its gateways call; whatever else it sends out, a network need not let through. */
    int[] callsPorts() default {};

    /**
     * What reads earlier forms of its events, in the order in which it is applied. Every process applies it, also where the context is not
     * held, because other contexts read the same events there; so it has a constructor without parameters and is no bean.
     */
    Class<? extends EventUpcaster>[] upcasters() default {};
}
