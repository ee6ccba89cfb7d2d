package dev.cleave.architecture.law.placement.noassemblyknown.broken.stock.shelf;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.placement.noassemblyknown.broken.assembly.Main;

class Shelf {

    @Caught
    boolean isAlone() {
        return !Main.profile().equals("all");
    }
}
