package dev.cleave.architecture.rule;

import dev.cleave.architecture.model.Location;
import java.util.List;

/**
 * An exception from a rule that a system's conventions grant.
 *
 * @param what is granted to whom, a sentence
 * @param reason why, a sentence
 * @param places where something is let pass for it; empty if nothing makes use of it
 */
public record Granted(String what, String reason, List<Location> places) {

    public Granted {
        places = List.copyOf(places);
    }
}
