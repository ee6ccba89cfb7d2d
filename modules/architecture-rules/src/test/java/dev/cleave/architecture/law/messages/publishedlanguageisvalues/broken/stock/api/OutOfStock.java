package dev.cleave.architecture.law.messages.publishedlanguageisvalues.broken.stock.api;

import dev.cleave.architecture.law.Caught;

@Caught
public class OutOfStock extends RuntimeException {

    private static final long serialVersionUID = 1;
}
