package dev.cleave.architecture.counterexamples.publishedlanguageisvalues.broken.stock.api;

import dev.cleave.architecture.counterexamples.Caught;

@Caught
public class OutOfStock extends RuntimeException {

    private static final long serialVersionUID = 1;
}
