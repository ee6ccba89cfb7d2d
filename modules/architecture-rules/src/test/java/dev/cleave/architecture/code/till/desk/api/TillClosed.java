package dev.cleave.architecture.code.till.desk.api;

import org.axonframework.serialization.Revision;

@Revision("1")
public record TillClosed(String till, boolean more) {}
