package dev.cleave.platform.message;

/**
 * An event that is a step of a longer process, and names it.
 *
 * <p>Policies, gateways and views handle the steps of one process in their order and those of different processes side by
 * side. An event that is no step is ordered by its aggregate.
 */
public interface ProcessStep {

    /** What identifies the process, the same in every step of it; never empty. */
    String processId();
}
