package dev.cleave.architecture.sample.coreapi;

public interface BookEvent {

    String isbn();
}
