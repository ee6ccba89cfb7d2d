package dev.cleave.bootstrap.proof.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShopTests {

    private final List<String> keys = new ArrayList<>();
    private String turnedAway = "";
    private HttpServer server;
    private Shop shop;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            boolean now = turnedAway.isEmpty() || keys.size() > 2;
            byte[] body = (now ? "{}" : "{\"code\":\"" + turnedAway + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", now ? "application/json" : "application/problem+json");
            exchange.getResponseHeaders().set("Retry-After", "0");
            exchange.sendResponseHeaders(now ? 201 : 503, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        shop = new Shop(() -> URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void comesBackUnderTheSameKeyWhenItIsTurnedAway() {
        turnedAway = "overloaded";

        shop.post("/api/ordering/orders", Map.of(), "key-1").expect(201);

        assertThat(keys).containsExactly("key-1", "key-1", "key-1");
    }

    @Test
    void doesNotHideWhatMayHaveTakenEffectOrWasNotDelivered() {
        for (String code : List.of("outcome-unknown", "not-delivered", "unavailable")) {
            turnedAway = code;
            keys.clear();

            assertThat(shop.post("/api/ordering/orders", Map.of(), "key-1").status()).isEqualTo(503);
            assertThat(keys).hasSize(1);
        }
    }
}
