package dev.cleave.architecture.code.clinic.platform;

import java.time.Instant;

public interface Waits {

    void open(Wait wait, String subject, Instant due);

    void close(Wait wait, String subject);
}
