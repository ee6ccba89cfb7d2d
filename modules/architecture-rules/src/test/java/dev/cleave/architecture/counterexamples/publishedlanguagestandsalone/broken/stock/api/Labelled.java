package dev.cleave.architecture.counterexamples.publishedlanguagestandsalone.broken.stock.api;

import dev.cleave.architecture.counterexamples.Caught;
import org.springframework.stereotype.Component;

@Caught
@Component
public @interface Labelled {}
