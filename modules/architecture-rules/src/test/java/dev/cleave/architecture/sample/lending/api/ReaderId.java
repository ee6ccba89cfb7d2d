package dev.cleave.architecture.sample.lending.api;

import com.fasterxml.jackson.annotation.JsonValue;

public record ReaderId(@JsonValue String value) {}
