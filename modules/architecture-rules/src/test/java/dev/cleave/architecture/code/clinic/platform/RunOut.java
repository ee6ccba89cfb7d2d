package dev.cleave.architecture.code.clinic.platform;

public interface RunOut {

    String kind();

    Object command(String subject);
}
