package dev.cleave.architecture.counterexamples.words;

import java.time.Instant;

/** What is being waited for. */
public interface Waits {

    void open(String kind, String subject, Instant due);

    void close(String kind, String subject);
}
