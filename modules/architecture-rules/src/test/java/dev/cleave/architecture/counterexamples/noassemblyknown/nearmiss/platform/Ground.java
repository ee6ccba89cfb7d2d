package dev.cleave.architecture.counterexamples.noassemblyknown.nearmiss.platform;

public interface Ground {

    String name();
}
