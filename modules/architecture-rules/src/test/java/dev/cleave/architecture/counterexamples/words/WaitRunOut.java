package dev.cleave.architecture.counterexamples.words;

/** What to send when a wait runs out. */
public interface WaitRunOut {

    String kind();

    Object command(String subject);
}
