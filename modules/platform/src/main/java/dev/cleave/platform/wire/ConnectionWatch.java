package dev.cleave.platform.wire;

import dev.cleave.platform.processing.Processors;
import dev.cleave.platform.repeated.RepeatedWork;
import java.time.Duration;
import java.util.List;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says when Axon Server goes away and when it is back, and then sets the processors going, which by themselves would wait up to a
 * minute more before they look again.
 */
final class ConnectionWatch extends RepeatedWork {

    private static final Logger log = LoggerFactory.getLogger(ConnectionWatch.class);
    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final AxonServerConnectionManager connections;
    private final Processors processors;
    private boolean connected = true;

    ConnectionWatch(AxonServerConnectionManager connections, Processors processors) {
        super("connection-watch", INTERVAL, Integer.MAX_VALUE);
        this.connections = connections;
        this.processors = processors;
    }

    private void look() {
        try {
            boolean now = connections.isConnected(connections.getDefaultContext());
            if (connected && !now) {
                log.warn("Axon Server is not reachable. Commands are answered with 503 and events wait until it is back.");
            } else if (now && !connected) {
                log.info("Axon Server is back");
                processors.all().stream()
                        .map(processors::running)
                        .filter(PooledStreamingEventProcessor::isRunning)
                        .filter(PooledStreamingEventProcessor::isError)
                        .forEach(processor -> processor.shutdownAsync().thenRun(processor::start));
            }
            connected = now;
        } catch (RuntimeException e) {
            log.warn("The connection to Axon Server can't be looked at: {}", e.getMessage());
        }
    }

    @Override
    protected List<Runnable> pieces() {
        return List.of(this::look);
    }
}
