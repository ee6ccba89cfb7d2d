package dev.cleave.architecture.counterexamples.words;

/** A kind of wait. */
public interface Wait {

    String kind();

    Object command(String subject);
}
