package dev.cleave.architecture.law.messages.publishedlanguagestandsalone.broken.stock.api;

import dev.cleave.architecture.law.Caught;
import org.springframework.stereotype.Component;

@Caught
@Component
public @interface Labelled {}
