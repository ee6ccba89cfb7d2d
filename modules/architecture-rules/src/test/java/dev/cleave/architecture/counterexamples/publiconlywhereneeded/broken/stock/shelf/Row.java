package dev.cleave.architecture.counterexamples.publiconlywhereneeded.broken.stock.shelf;

import dev.cleave.architecture.counterexamples.Caught;

@Caught
public class Row {

    int left() {
        return 0;
    }
}
