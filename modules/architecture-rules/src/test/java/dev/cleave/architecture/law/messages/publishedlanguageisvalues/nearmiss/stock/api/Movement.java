package dev.cleave.architecture.law.messages.publishedlanguageisvalues.nearmiss.stock.api;

public sealed interface Movement {

    Row row();

    record Taken(Row row) implements Movement {}

    record Given(Row row) implements Movement {}
}
