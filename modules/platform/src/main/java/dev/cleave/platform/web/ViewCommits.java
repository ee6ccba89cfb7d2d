package dev.cleave.platform.web;

/** Told whenever a view of a context has committed, so that those who wait for it look again. */
public interface ViewCommits {

    void committed(String context);
}
