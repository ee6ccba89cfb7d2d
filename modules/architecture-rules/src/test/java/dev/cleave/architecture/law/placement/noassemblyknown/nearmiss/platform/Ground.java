package dev.cleave.architecture.law.placement.noassemblyknown.nearmiss.platform;

public interface Ground {

    String name();
}
