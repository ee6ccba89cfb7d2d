package dev.cleave.architecture.law;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Here, and only where this stands, the rule that a counterexample is made for finds a violation. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.PACKAGE})
public @interface Caught {

    /** How many it finds. */
    int value() default 1;

    /** The name of the file in which it finds it, if that is not a class: a migration, a sample. */
    String in() default "";
}
