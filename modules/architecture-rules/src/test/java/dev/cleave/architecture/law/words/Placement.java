package dev.cleave.architecture.law.words;

import java.util.List;

/** Which contexts this process holds. */
public interface Placement {

    List<String> held();
}
