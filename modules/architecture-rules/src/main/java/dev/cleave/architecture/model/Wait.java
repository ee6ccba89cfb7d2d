package dev.cleave.architecture.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of wait: something that a context waits for, and that ends by itself after some time.
 *
 * @param kind its name; where the code computes that, the class and method that opens it
 * @param lengths what its length is taken or computed from; empty if the code does not tell
 * @param opened where it is opened, or put off
 * @param closed what ends it before its time
 * @param ends where it is said what follows when its time has run out; empty if nothing does
 * @param sends the full names of the commands that are sent then, and of the events where the handler of a deadline applies them
 */
public record Wait(
        String kind,
        String context,
        List<Length> lengths,
        List<Step> opened,
        List<Step> closed,
        List<Location> ends,
        List<String> sends) {

    /**
     * What the length of a wait is taken or computed from.
     *
     * @param setting the name of the property that sets it; null if it stands in the code
     * @param value unless it is set otherwise; as it is written there; null if it has to be set
     */
    public record Length(@Nullable String setting, @Nullable String value) {}

    /**
     * That a wait is opened or closed.
     *
     * @param on the full names of the messages on which that happens; empty if something else leads to it
     * @param type the full name of the class that does it
     */
    public record Step(List<String> on, String type, Location location) {

        public Step {
            on = List.copyOf(on);
        }
    }

    public Wait {
        lengths = List.copyOf(lengths);
        opened = List.copyOf(opened);
        closed = List.copyOf(closed);
        ends = List.copyOf(ends);
        sends = List.copyOf(sends);
    }

    /** Whether something is known to follow when its time has run out. */
    public boolean hasEnd() {
        return !ends.isEmpty();
    }
}
