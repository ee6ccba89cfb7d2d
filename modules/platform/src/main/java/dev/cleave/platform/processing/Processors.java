package dev.cleave.platform.processing;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;

/** The event processors of this process: what they are, and the running ones. */
public final class Processors {

    private final List<Processor> all;
    private final ObjectProvider<Configuration> axon;
    private final String replica;

    Processors(List<Processor> all, ObjectProvider<Configuration> axon, String replica) {
        this.all = List.copyOf(all);
        this.axon = axon;
        this.replica = replica;
    }

    /** By the process, the machine and the port, so that no two replicas that run at once have the same name. */
    static String replica(Environment environment) {
        String process = ManagementFactory.getRuntimeMXBean().getName();
        int port = environment.getProperty("server.port", Integer.class, 8080);
        return environment.getProperty("cleave.replica", port == 0 ? process : process + ":" + port);
    }

    /** What this process is called where it claims parts of processors. */
    public String replica() {
        return replica;
    }

    /** All processors, by name. */
    public List<Processor> all() {
        return all;
    }

    /**
     * A processor by name.
     *
     * @throws IllegalArgumentException if there is none of that name here
     */
    public Processor named(String name) {
        return all.stream()
                .filter(processor -> processor.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("This process runs no processor " + name + ", but "
                        + all.stream().map(Processor::name).toList()));
    }

    /** The running processor. */
    public PooledStreamingEventProcessor running(Processor processor) {
        return axon.getObject()
                .eventProcessingConfiguration()
                .eventProcessor(processor.name(), PooledStreamingEventProcessor.class)
                .orElseThrow(() -> new IllegalStateException(processor.name() + " was not started"));
    }

    /** The processor's dead letters. */
    public SequencedDeadLetterQueue<EventMessage<?>> deadLetters(Processor processor) {
        return axon.getObject()
                .eventProcessingConfiguration()
                .deadLetterQueue(processor.name())
                .orElseThrow(() -> new IllegalStateException(processor.name() + " has no dead letters"));
    }

    /** What handles the processor's dead letters again. */
    public SequencedDeadLetterProcessor<EventMessage<?>> deadLetterProcessor(Processor processor) {
        return axon.getObject()
                .eventProcessingConfiguration()
                .sequencedDeadLetterProcessor(processor.name())
                .orElseThrow(() -> new IllegalStateException(processor.name() + " has no dead letters"));
    }
}
