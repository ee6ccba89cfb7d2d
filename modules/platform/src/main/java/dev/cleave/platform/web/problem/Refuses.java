package dev.cleave.platform.web.problem;

import dev.cleave.platform.message.FailureCode;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Tells in the description of the HTTP interface with which of a context's codes a resource refuses. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {

    /** The context's codes. */
    Class<? extends FailureCode> by();

    /** The codes among them, such as {@code order-unknown}. */
    String[] with();
}
