package dev.cleave.deployment.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTests {

    private final Ports ports = new Ports();

    @Test
    void givesEachPortOutOnceAndNoneThatTheSystemGivesOut() {
        assertThat(IntStream.range(0, 50).map(i -> ports.any()).boxed().toList())
                .doesNotHaveDuplicates()
                .allMatch(port -> port < 32_768);
    }

    @Test
    void takesAnotherPortWhereTheUsualOneIsTaken() throws IOException {
        int free = ports.any();
        Ports others = new Ports();
        assertThat(others.preferably(free)).isEqualTo(free);
        assertThat(others.preferably(free)).isNotEqualTo(free);

        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isFree(taken.getLocalPort())).isFalse();
            assertThat(Ports.answers("127.0.0.1", taken.getLocalPort())).isTrue();
            assertThat(others.preferably(taken.getLocalPort())).isNotEqualTo(taken.getLocalPort());
        }
    }
}
