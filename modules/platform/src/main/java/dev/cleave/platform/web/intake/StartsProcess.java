package dev.cleave.platform.web.intake;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a controller's method whose request sets off a process that policies carry on after the answer. While the policies of this
 * process of the system are too far behind ({@code cleave.web.max-lag}), such a request is answered 503 {@code overloaded}, with
 * nothing changed, so that what was accepted before comes to its end in time; requests that carry a process on are still served.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface StartsProcess {}
