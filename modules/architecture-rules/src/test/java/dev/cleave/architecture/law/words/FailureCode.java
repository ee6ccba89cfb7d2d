package dev.cleave.architecture.law.words;

/** A code that a command may be refused with. */
public interface FailureCode {

    String code();
}
