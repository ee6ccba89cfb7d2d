package dev.cleave.architecture.law.words;

/** A kind of wait. */
public interface Wait {

    String kind();

    Object command(String subject);
}
