package dev.cleave.architecture.counterexamples.noassemblyknown.nearmiss.stock.shelf;

import dev.cleave.architecture.counterexamples.noassemblyknown.nearmiss.platform.Ground;

class Shelf implements Ground {

    @Override
    public String name() {
        return "assembly.Main";
    }
}
