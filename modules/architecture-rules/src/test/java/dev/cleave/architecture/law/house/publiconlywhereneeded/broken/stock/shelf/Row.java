package dev.cleave.architecture.law.house.publiconlywhereneeded.broken.stock.shelf;

import dev.cleave.architecture.law.Caught;

@Caught
public class Row {

    int left() {
        return 0;
    }
}
