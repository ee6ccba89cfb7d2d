package dev.cleave.architecture.law.placement.noassemblyknown.nearmiss.assembly;

import dev.cleave.architecture.law.placement.noassemblyknown.nearmiss.platform.Ground;
import dev.cleave.architecture.law.placement.noassemblyknown.nearmiss.stock.api.TakeStock;

public class Main {

    public static String first(Ground ground) {
        return ground.name() + new TakeStock("pen").product();
    }
}
