package dev.cleave.architecture.law.events.viewsreadnoclock.nearmiss.platform;

public class Lag {

    public long measure() {
        return System.nanoTime();
    }
}
