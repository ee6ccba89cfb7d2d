package dev.cleave.architecture.code.clinic.platform;

import java.time.Instant;

public interface Waits {

    void open(String kind, String subject, Instant due);

    void close(String kind, String subject);
}
