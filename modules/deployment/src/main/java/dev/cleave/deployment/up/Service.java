package dev.cleave.deployment.up;

import java.io.IOException;
import java.util.OptionalLong;

/** How one kind of process is started and asked how it is. */
interface Service {

    /** Plans the next start; may choose another port each time. */
    Child.Plan plan() throws IOException;

    /** The port that it was last planned with. */
    int port();

    /** Whether it does its work; asked again and again. */
    boolean isReady();

    /** How many events it has still to handle, if it handles any and says so. */
    default OptionalLong lag() {
        return OptionalLong.empty();
    }
}
