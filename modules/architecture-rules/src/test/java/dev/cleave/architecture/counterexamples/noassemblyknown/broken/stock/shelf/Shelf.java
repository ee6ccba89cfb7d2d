package dev.cleave.architecture.counterexamples.noassemblyknown.broken.stock.shelf;

import dev.cleave.architecture.counterexamples.Caught;
import dev.cleave.architecture.counterexamples.noassemblyknown.broken.assembly.Main;

class Shelf {

    @Caught
    boolean isAlone() {
        return !Main.profile().equals("all");
    }
}
