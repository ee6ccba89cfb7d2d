package dev.cleave.architecture.code.clinic.platform;

public interface Wait {

    String kind();

    Object command(String subject);
}
