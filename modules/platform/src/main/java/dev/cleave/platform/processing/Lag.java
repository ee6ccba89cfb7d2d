package dev.cleave.platform.processing;

import java.time.Duration;

/**
 * How far a processor of this process is behind the events.
 *
 * @param processor which
 * @param events how many events it has still to look at
 * @param time how long ago the first of them was stored, at least; zero if there is none
 * @param moving whether it has got on in the last second, or has nothing to do; one that doesn't move waits for somebody else or fails
 */
public record Lag(Processor processor, long events, Duration time, boolean moving) {}
