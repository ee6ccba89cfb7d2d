package dev.cleave.architecture.sample.coreapi;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record AddBook(@TargetAggregateIdentifier String isbn, String title) {

    /** A book without a title yet. */
    public static AddBook untitled(String isbn) {
        return new AddBook(isbn, "untitled");
    }
}
