package dev.cleave.architecture.law.placement.noassemblyknown.nearmiss.stock.shelf;

import dev.cleave.architecture.law.placement.noassemblyknown.nearmiss.platform.Ground;

class Shelf implements Ground {

    @Override
    public String name() {
        return "assembly.Main";
    }
}
