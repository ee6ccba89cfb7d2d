package dev.cleave.architecture.counterexamples.words;

/** What to send when a wait runs out. */
public interface WaitRunOut {

    Object command(String subject);
}
