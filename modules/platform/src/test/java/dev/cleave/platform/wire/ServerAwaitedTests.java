package dev.cleave.platform.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.junit.jupiter.api.Test;

class ServerAwaitedTests {

    @Test
    void aProcessThatIsToEndWaitsNoLonger() throws IOException {
        AxonServerConnectionManager connections = AxonServerConnectionManager.builder()
                .axonServerConfiguration(AxonServerConfiguration.builder()
                        .servers("127.0.0.1:" + unusedPort())
                        .componentName("waiting")
                        .build())
                .build();
        ServerAwaited awaited = new ServerAwaited(new Attempt("nowhere", null, false, null));
        try {
            CompletableFuture<Object> start =
                    CompletableFuture.supplyAsync(() -> awaited.postProcessAfterInitialization(connections, "connections"));
            assertThat(start).isNotDone();

            awaited.giveUp();

            assertThat(start).failsWithin(Duration.ofSeconds(20))
                    .withThrowableOfType(ExecutionException.class)
                    .withMessageContaining("Stopped while waiting for Axon Server at nowhere");
        } finally {
            connections.shutdown();
        }
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
