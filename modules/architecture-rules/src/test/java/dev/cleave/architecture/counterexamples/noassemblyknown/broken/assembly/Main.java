package dev.cleave.architecture.counterexamples.noassemblyknown.broken.assembly;

public class Main {

    public static String profile() {
        return "all";
    }
}
