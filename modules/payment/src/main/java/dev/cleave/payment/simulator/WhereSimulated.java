package dev.cleave.payment.simulator;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Only where the provider is the simulated one, which it is unless another is configured. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = "cleave.payment.provider.adapter", havingValue = "simulator", matchIfMissing = true)
@interface WhereSimulated {}
