package dev.cleave.architecture.law.placement.foundationsknownocontext.nearmiss.platform.message;

public interface Named {

    String name();
}
