package dev.cleave.platform.placement.elsewhere.api;

import org.axonframework.serialization.Revision;

@Revision("3")
public record CrateWeighed(String crate, int milligrams) {}
