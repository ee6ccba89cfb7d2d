package dev.cleave.platform.wire;

import dev.cleave.platform.processing.Processors;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Says when Axon Server goes away and when it is back, and then sets the processors going, which by themselves would wait up to a
 * minute more before they look again.
 */
final class ConnectionWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ConnectionWatch.class);
    private static final long INTERVAL_MILLIS = 250;

    private final AxonServerConnectionManager connections;
    private final Processors processors;
    private ScheduledExecutorService scheduler;
    private boolean connected = true;

    ConnectionWatch(AxonServerConnectionManager connections, Processors processors) {
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
    public void start() {
        scheduler = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("connection-watch").daemon().factory());
        scheduler.scheduleWithFixedDelay(this::look, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        scheduler.shutdown();
        scheduler = null;
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
