package dev.cleave.architecture.code.clinic.ward.api;

import org.axonframework.serialization.Revision;

@Revision("1")
public record Left(String stay) {}
