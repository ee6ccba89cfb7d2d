package dev.cleave.architecture.counterexamples.noassemblyknown.nearmiss.assembly;

import dev.cleave.architecture.counterexamples.noassemblyknown.nearmiss.platform.Ground;
import dev.cleave.architecture.counterexamples.noassemblyknown.nearmiss.stock.api.TakeStock;

public class Main {

    public static String first(Ground ground) {
        return ground.name() + new TakeStock("pen").product();
    }
}
