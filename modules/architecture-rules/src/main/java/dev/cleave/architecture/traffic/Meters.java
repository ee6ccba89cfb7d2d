package dev.cleave.architecture.traffic;

import org.jspecify.annotations.Nullable;

/**
 * What a system calls its counters of messages, in the text that Prometheus reads.
 *
 * @param commands the counter of commands handled
 * @param command the label that names the command, without its package
 * @param events the counter of events that were stored
 * @param event the label that names the event, without its package
 * @param context the label of both that names the context whose message it is; null if they have none, and then messages are told apart by
 *     their names alone
 */
public record Meters(String commands, String command, String events, String event, @Nullable String context) {

    /** Of counters that name no context, as those of Axon's own metrics. */
    public Meters(String commands, String command, String events, String event) {
        this(commands, command, events, event, null);
    }
}
