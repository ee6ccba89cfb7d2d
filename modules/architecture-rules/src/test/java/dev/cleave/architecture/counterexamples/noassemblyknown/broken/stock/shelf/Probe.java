package dev.cleave.architecture.counterexamples.noassemblyknown.broken.stock.shelf;

import dev.cleave.architecture.counterexamples.Caught;

class Probe {

    @Caught
    boolean isThere() throws ClassNotFoundException {
        return Class.forName("dev.cleave.architecture.counterexamples.noassemblyknown.broken.assembly.Main") != null;
    }
}
