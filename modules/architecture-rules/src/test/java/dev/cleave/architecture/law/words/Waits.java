package dev.cleave.architecture.law.words;

import java.time.Instant;

/** The open waits of a context. */
public interface Waits {

    void open(Wait wait, String subject, Instant due);

    void close(Wait wait, String subject);
}
