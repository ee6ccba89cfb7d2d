package dev.cleave.architecture.counterexamples.viewsreadnoclock.nearmiss.platform;

public class Lag {

    public long measure() {
        return System.nanoTime();
    }
}
