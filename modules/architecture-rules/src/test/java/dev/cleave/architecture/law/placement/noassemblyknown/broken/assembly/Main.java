package dev.cleave.architecture.law.placement.noassemblyknown.broken.assembly;

public class Main {

    public static String profile() {
        return "all";
    }
}
