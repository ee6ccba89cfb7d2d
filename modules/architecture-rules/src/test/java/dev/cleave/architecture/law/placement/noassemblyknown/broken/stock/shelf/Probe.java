package dev.cleave.architecture.law.placement.noassemblyknown.broken.stock.shelf;

import dev.cleave.architecture.law.Caught;

class Probe {

    @Caught
    boolean isThere() throws ClassNotFoundException {
        return Class.forName("dev.cleave.architecture.law.placement.noassemblyknown.broken.assembly.Main") != null;
    }
}
