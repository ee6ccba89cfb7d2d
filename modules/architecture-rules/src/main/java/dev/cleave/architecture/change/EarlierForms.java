package dev.cleave.architecture.change;

import org.jspecify.annotations.Nullable;

/** Shows that earlier forms of events are still read. */
public interface EarlierForms {

    /** For those that nothing shows of. */
    EarlierForms UNREAD = (type, revision) -> new Proof(null, null);

    /**
     * What shows that events of a type are read as they were written in a revision.
     *
     * @param type its full name, which may be that of a class that is no more
     * @param revision null if it named none
     */
    Proof of(String type, @Nullable String revision);

    /** The name under which events of a type are stored, whichever class it is in now or was; that of the class unless told. */
    default String storedName(String type) {
        return type;
    }

    /**
     * What shows it.
     *
     * @param upcaster where the code is that brings such an event into its present form; null if there is none
     * @param sample where an event is kept that was written so, and is read in a test; null if there is none
     */
    record Proof(@Nullable String upcaster, @Nullable String sample) {

        boolean complete() {
            return upcaster != null && sample != null;
        }
    }
}
