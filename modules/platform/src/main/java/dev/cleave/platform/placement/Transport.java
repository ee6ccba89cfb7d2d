package dev.cleave.platform.placement;

/** How messages travel between units, and who keeps the events. */
public enum Transport {

    /** Not at all: there is one unit, and the event store is embedded in it. */
    IN_PROCESS,
    /** Over Axon Server, which keeps the events too. */
    AXON_SERVER;

    /** The name of the property that says so. */
    public static final String SETTING = "cleave.messaging.transport";

    /** {@link #IN_PROCESS} as a value of that property; the default. */
    public static final String NONE = "in-process";

    /** {@link #AXON_SERVER} as a value of that property. */
    public static final String BY_AXON_SERVER = "axon-server";
}
