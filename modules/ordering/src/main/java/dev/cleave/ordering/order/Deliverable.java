package dev.cleave.ordering.order;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A destination in a country that there is, with what addresses there need. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = DeliverableCheck.class)
@interface Deliverable {

    String message() default "is no address that a parcel can go to";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
