package dev.cleave.deployment;

import java.util.List;
import java.util.stream.Collectors;

/** A deployment profile can't be used; nothing has been started. */
public final class UnusableProfile extends RuntimeException {

    private final transient List<Fault> faults;

    public UnusableProfile(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining(System.lineSeparator())));
        this.faults = List.copyOf(faults);
    }

    /** All that is wrong, in the order of the file. */
    public List<Fault> faults() {
        return faults;
    }
}
