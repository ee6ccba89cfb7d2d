package dev.cleave.architecture.traffic;

import org.jspecify.annotations.Nullable;

/**
 * What a system calls its counters of messages, in the text that Prometheus reads.
 *
 * @param commands the counter of commands handled
 * @param command the label that names the command, without its package
 * @param events the counter of events that were stored, or of those that processors have handled
 * @param event the label that names the event, without its package
 * @param context the label that names the context whose message it is; null if they have none, and then messages are told apart by their
 *     names alone
 * @param processor the label that names the processor which has handled the event; null if events are counted when they are stored
 */
public record Meters(
        String commands, String command, String events, String event, @Nullable String context, @Nullable String processor) {

    /** Of counters that name the context of each message, of events when they are stored. */
    public Meters(String commands, String command, String events, String event, String context) {
        this(commands, command, events, event, context, null);
    }

    /** Of Axon's own counters: those of the module {@code axon-micrometer}, with {@code axon.metrics.micrometer.dimensional=true}. */
    public static Meters ofAxon() {
        return new Meters(
                "commandBus_ingestedCounter_total",
                "payloadType",
                "eventProcessor_successCounter_total",
                "payloadType",
                null,
                "processorName");
    }
}
