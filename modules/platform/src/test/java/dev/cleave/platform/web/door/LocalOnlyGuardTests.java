package dev.cleave.platform.web.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Wherever the actuator is mapped, and however its paths are written; a header stands for a caller from elsewhere. */
class LocalOnlyGuardTests {

    private static final String HERE = "";
    private static final String ELSEWHERE = "X-Forwarded-For: 192.0.2.1\r\n";

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(Inspecting.class)
    static class Empty {}

    @LocalOnly
    @RestController
    static class Inspecting {

        @GetMapping("/inspected")
        List<String> look() {
            return List.of();
        }
    }

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "| | server.port | none",
        "/shop | /ops | server.port | native",
        "/shop | /actuator | server.port | framework",
        " | /ops | management.port | native"
    })
    void whatOperatesTheSystemAnswersThisMachineAlone(String context, String base, String port, String forwarding)
            throws IOException {
        String application = context == null ? "" : context;
        String actuator = (port.equals("server.port") ? application : "") + (base == null ? "/actuator" : base);
        List<String> options = new ArrayList<>(List.of(
                "server.servlet.context-path=" + application, "server.forward-headers-strategy=" + forwarding,
                "management.endpoints.web.base-path=" + (base == null ? "/actuator" : base),
                "management.endpoints.access.default=unrestricted"));
        if (port.startsWith("management")) {
            options.add("management.server.port=0");
        }
        try (ConfigurableApplicationContext system = start(options)) {
            int here = port(system, port);
            for (String path : List.of("", "/deadletters", "/processors", "/metrics", "/metrics/jvm.memory.used")) {
                assertThat(status(here, "GET", actuator + path, HERE)).as(path).isEqualTo(200);
                assertThat(status(here, "GET", actuator + path, ELSEWHERE)).as(path).isEqualTo(403);
                assertThat(status(here, "HEAD", actuator + path, ELSEWHERE)).as(path).isEqualTo(403);
            }
            for (String path : List.of("/backup", "/processors/none", "/deadletters/none/none")) {
                assertThat(status(here, "POST", actuator + path, ELSEWHERE)).as(path).isEqualTo(403);
            }
            assertThat(status(here, "DELETE", actuator + "/deadletters/none/none", ELSEWHERE)).isEqualTo(403);
            for (String open : List.of("/health", "/health/readiness", "/info", "/prometheus")) {
                assertThat(status(here, "GET", actuator + open, ELSEWHERE)).as(open).isEqualTo(200);
            }
            assertThat(answer(InetAddress.getLoopbackAddress(), here, "GET", actuator + "/health", HERE))
                    .contains("\"diskSpace\"", "\"details\"");
            assertThat(answer(InetAddress.getLoopbackAddress(), here, "GET", actuator + "/health", ELSEWHERE))
                    .contains("\"diskSpace\"").doesNotContain("\"details\"");
            assertThat(status(port(system, "server.port"), "GET", application + "/inspected", HERE)).isEqualTo(200);
            assertThat(status(port(system, "server.port"), "GET", application + "/inspected", ELSEWHERE)).isEqualTo(403);
            for (String other : List.of(
                    encoded(actuator) + "/deadletters", actuator + "/%64eadletters", actuator + ";a=b/deadletters", "/" + actuator
                            + "/deadletters",
                    actuator + "/health/..%2Fdeadletters", actuator + "/health/../deadletters", actuator + "/./deadletters",
                    actuator + "/health/%2e%2e/deadletters", actuator + "\\deadletters", actuator + "//deadletters",
                    actuator + "/deadletters%00", actuator + "/deadletters;", actuator + "/%2564eadletters")) {
                assertThat(status(here, "GET", other, ELSEWHERE)).as(other).isEqualTo(400);
                assertThat(status(here, "POST", other, ELSEWHERE)).as(other).isEqualTo(400);
                assertThat(status(here, "GET", other, HERE)).as(other).isEqualTo(400);
            }
        }
    }

    /** Boot believes forwarded headers by itself where it finds Kubernetes. */
    @ParameterizedTest
    @CsvSource({"X-Forwarded-For: 127.0.0.1", "X-Real-IP: 127.0.0.1", "Forwarded: for=127.0.0.1", "X-Forwarded-For: ::1",
        "X-Forwarded-For: localhost", "Client-IP: 127.0.0.1"})
    void nobodysHeaderMakesACallerLocal(String header) throws IOException {
        InetAddress other = addressOnTheNetwork();
        for (String strategy : List.of("", "server.forward-headers-strategy=native",
                "server.forward-headers-strategy=framework")) {
            List<String> options = new ArrayList<>(List.of("spring.main.cloud-platform=kubernetes", "cleave.web.listen=0.0.0.0"));
            if (!strategy.isEmpty()) {
                options.add(strategy);
            }
            try (ConfigurableApplicationContext system = start(options)) {
                int port = port(system, "server.port");
                assertThat(status(other, port, "GET", "/actuator/deadletters", header + "\r\n")).as(strategy).isEqualTo(403);
                assertThat(status(other, port, "GET", "/inspected", header + "\r\n")).as(strategy).isEqualTo(403);
                assertThat(status(other, port, "GET", "/actuator/health", header + "\r\n")).as(strategy).isEqualTo(200);
            }
        }
    }

    @Test
    void whereWhoeverReachesItIsOnThisMachineEverybodyMayInspectButNotOperate() throws IOException {
        try (ConfigurableApplicationContext system = start(List.of("cleave.web.inspection=everywhere"))) {
            assertThat(status(port(system, "server.port"), "GET", "/inspected", ELSEWHERE)).isEqualTo(200);
            assertThat(status(port(system, "server.port"), "GET", "/actuator/deadletters", ELSEWHERE)).isEqualTo(403);
        }
    }

    private ConfigurableApplicationContext start(List<String> options) {
        List<String> all = new ArrayList<>(options);
        all.add("cleave.data-directory=" + folder);
        all.add("server.port=0");
        return new SpringApplicationBuilder(Empty.class)
                .web(WebApplicationType.SERVLET)
                .run(all.stream().map(option -> "--" + option).toArray(String[]::new));
    }

    private static int port(ConfigurableApplicationContext system, String name) {
        return system.getEnvironment().getRequiredProperty("local." + name, Integer.class);
    }

    private static String encoded(String path) {
        return path.substring(0, 1) + "%" + Integer.toHexString(path.charAt(1)) + path.substring(2);
    }

    private static InetAddress addressOnTheNetwork() throws IOException {
        var own = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress()).findFirst();
        assumeTrue(own.isPresent(), "This machine is on no network");
        return own.get();
    }

    private static int status(int port, String method, String path, String headers) throws IOException {
        return status(InetAddress.getLoopbackAddress(), port, method, path, headers);
    }

    private static int status(InetAddress address, int port, String method, String path, String headers) throws IOException {
        return Integer.parseInt(answer(address, port, method, path, headers).substring(9, 12));
    }

    private static String answer(InetAddress address, int port, String method, String path, String headers) throws IOException {
        try (Socket socket = new Socket(address, port)) {
            socket.setSoTimeout(20_000);
            String request = method + " " + path
                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
                    + headers + "\r\n{}";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(answer).startsWith("HTTP/1.1 ");
            return answer;
        }
    }
}
