package dev.cleave.architecture.counterexamples.foundationsknownocontext.nearmiss.platform.message;

public interface Named {

    String name();
}
