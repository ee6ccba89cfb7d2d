package dev.cleave.platform.web.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The actuator on a port of its own. */
class ManagementPortTests {

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Empty {}

    private final HttpClient http = HttpClient.newHttpClient();

    /** Another of this machine's own addresses; whoever listens on all listens there too. */
    @Test
    void listensWhereTheSystemListens(@TempDir Path folder) throws Exception {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Empty.class)
                .web(WebApplicationType.SERVLET)
                .properties("cleave.data-directory=" + folder, "server.port=0", "management.server.port=0")
                .run()) {
            int port = application.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
            assertThat(status(port, "/actuator/health")).isEqualTo(200);
            try (Socket elsewhere = new Socket()) {
                assertThatExceptionOfType(IOException.class)
                        .isThrownBy(() -> elsewhere.connect(new InetSocketAddress("127.0.0.2", port), 2_000));
            }
        }
    }

    private int status(int port, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
