package dev.cleave.platform.wire;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

    private final Attempt attempt;
    private final CountDownLatch ending = new CountDownLatch(1);

    ServerAwaited(Attempt attempt) {
        this.attempt = attempt;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof AxonServerConnectionManager connections) {
            Thread hook = new Thread(this::giveUp, "stop-waiting");
            Runtime.getRuntime().addShutdownHook(hook);
            try {
                await(connections);
            } finally {
                forget(hook);
            }
        }
        return bean;
    }

    /** Ends the wait, because the process is to end: Spring closes nothing before its start is over. */
    void giveUp() {
        ending.countDown();
    }

    private void await(AxonServerConnectionManager connections) {
        for (long look = 0; !connections.getConnection().isReady(); look++) {
            if (look % LOOKS_PER_WORD == LOOKS_PER_WORD / 10) {
                log.warn("Waiting for Axon Server at {}. {}", attempt.server(), attempt.trouble());
            }
            try {
                if (ending.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("Stopped while waiting for Axon Server at " + attempt.server());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Stopped while waiting for Axon Server at " + attempt.server(), e);
            }
        }
        log.info("Connected to Axon Server at {}", attempt.server());
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            log.debug("The process is ending", alreadyEnding);
        }
    }
}
