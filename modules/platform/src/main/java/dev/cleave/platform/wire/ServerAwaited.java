package dev.cleave.platform.wire;

import java.time.Duration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Holds the start of a unit up until Axon Server can be reached, and says so. A unit that went on without would register no
 * handlers and know no position to read from.
 */
final class ServerAwaited implements BeanPostProcessor {

    private static final Logger log = LoggerFactory.getLogger(ServerAwaited.class);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int LOOKS_PER_WORD = 50;

    private final String servers;

    ServerAwaited(String servers) {
        this.servers = servers;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof AxonServerConnectionManager connections) {
            await(connections);
        }
        return bean;
    }

    private void await(AxonServerConnectionManager connections) {
        for (long look = 0; !connections.getConnection().isReady(); look++) {
            if (look % LOOKS_PER_WORD == LOOKS_PER_WORD / 10) {
                log.warn("Waiting for Axon Server at {}. Start it, or set axon.axonserver.servers to where it is.", servers);
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Stopped while waiting for Axon Server at " + servers, e);
            }
        }
        log.info("Connected to Axon Server at {}", servers);
    }
}
