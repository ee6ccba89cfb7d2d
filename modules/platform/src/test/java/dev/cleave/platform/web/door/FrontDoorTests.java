package dev.cleave.platform.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.platform.web.HttpCaller;
import dev.cleave.platform.web.HttpRoom;
import dev.cleave.platform.web.shop.Bench;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = HttpRoom.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"cleave.data-directory=target/front-door-tests/${random.uuid}", "cleave.web.hosts=shop.test"})
class FrontDoorTests {

    private static final String THING =
            "{\"name\":\"cup\",\"price\":{\"amount\":\"1.50\",\"currency\":\"GBP\"},\"lines\":[{\"thing\":\"t-1\",\"quantity\":3}]}";

    @Autowired
    private Bench bench;

    private HttpCaller http;
    private int port;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        this.port = port;
        http = new HttpCaller(port);
    }

    @AfterEach
    void clear() {
        bench.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost", "127.0.0.1", "127.1.2.3", "[::1]", "[0:0:0:0:0:0:0:1]", "shop.test",
        "SHOP.test"})
    void answersToItsOwnNames(String host) {
        assertThat(post("/api/shop/things", "Host: " + host + ":" + port)).startsWith("HTTP/1.1 201");
        assertThat(post("/api/shop/things", "Host: " + host)).startsWith("HTTP/1.1 201");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "0.0.0.0", "192.0.2.1",
        "[2001:db8::1]", "localhost.", "shop.test.evil.example", "xn--lcalhost-57a", "2130706433.example"})
    void aNameThatLeadsHereIsNotOurs(String host) {
        for (String written : List.of(host, host + ":" + port)) {
            assertThat(post("/api/shop/things", "Host: " + written)).startsWith("HTTP/1.1 421").contains("unknown-host");
            assertThat(http.raw("GET /api/shop/things HTTP/1.1\r\nHost: " + written + "\r\n\r\n")).startsWith("HTTP/1.1 421");
        }
        assertThat(http.raw("GET http://" + host + "/api/shop/things HTTP/1.1\r\nHost: " + host + "\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
        assertThat(bench.created).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Sec-Fetch-Site: anything",
        "Origin: http://evil.example", "Origin: null", "Origin: http://localhost:1", "Origin: http://localhost.evil.example",
        "Origin: ", "Origin: nonsense", "Origin: http://localhost"})
    void noOtherSiteChangesAnything(String header) {
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE", "INVENTED")) {
            String answer = http.raw(method + " /api/shop/things HTTP/1.1\r\nHost: localhost:" + port + "\r\n" + header
                    + "\r\nContent-Type: application/json\r\nContent-Length: " + THING.length() + "\r\n\r\n" + THING);
            assertThat(answer).startsWith("HTTP/1.1 403").contains("cross-site-request");
        }
        assertThat(bench.created).isEmpty();
        assertThat(http.raw("GET /api/shop/things HTTP/1.1\r\nHost: localhost:" + port + "\r\n" + header + "\r\n\r\n"))
                .startsWith("HTTP/1.1 200").doesNotContain("Access-Control-Allow");
    }

    @Test
    void ownPagesAndProgramsMayChangeThings() {
        String host = "Host: localhost:" + port;
        for (String headers : List.of(host, host + "\r\nSec-Fetch-Site: same-origin", host + "\r\nSec-Fetch-Site: none",
                host + "\r\nOrigin: http://localhost:" + port,
                "Host: shop.test\r\nOrigin: https://shop.test",
                host + "\r\nOrigin: https://front.test\r\nSec-Fetch-Site: same-origin")) {
            assertThat(post("/api/shop/things", headers)).as(headers).startsWith("HTTP/1.1 201");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/%73hop/things", "/%61pi/shop/things", "/api/shop/thing%73", "/api/shop;v=1/things",
        "/api/shop/things;v=1", "/api/shop//things", "//api/shop/things", "/api/./shop/things", "/api/x/../shop/things",
        "/api/shop/things/%2e", "/api/shop/things%2F", "/api/shop/things%5C", "/api/shop/things%3Bv=1", "/api/shop/things%00",
        "/api/shop/things%0d%0a", "/api/shop/things%2", "/api/shop/things%zz", "/api/shop/things%", "/api/shop/things%c3",
        "/api/shop/things%C0%AE", "/api/shop/things%2573", "/api/shop/things%7E"})
    void aPathIsWrittenInOneWayOnly(String path) {
        assertThat(post(path, "Host: localhost\r\nIdempotency-Key: one-way")).startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
        assertThat(http.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")).startsWith("HTTP/1.1 400");
        assertThat(bench.created).isEmpty();
    }

    @Test
    void whatHasToBeEncodedMayBe() {
        assertThat(http.get("/api/shop/things/a%3Ab").json().get("thing").stringValue()).isEqualTo("a:b");
        assertThat(http.get("/api/shop/things/%C3%BC").status()).isEqualTo(400);
        assertThat(http.get("/api/shop/things/%C3%BC").body()).contains("malformed-parameter");
    }

    /** A colon may be encoded or not; to a key both are one path. */
    @Test
    void aKeyBelongsToThePathAsItIsRouted() {
        for (String path : List.of("/api/shop/things/a:b", "/api/shop/things/a%3Ab", "/api/shop/things/a%3ab")) {
            assertThat(http.send("PUT", path, null, "Idempotency-Key", "colon").status()).isEqualTo(204);
        }
        assertThat(bench.created).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%2", "a=%zz", "%=1", "a=%ff", "a=%C3", "a=%0d%0aINFO", "a=%00", "a=%1b%5B2J"})
    void aQueryThatMeansNothingIsRefused(String query) {
        assertThat(http.raw("GET /api/shop/things?" + query + " HTTP/1.1\r\nHost: localhost\r\n\r\n")).startsWith("HTTP/1.1 400")
                .contains("malformed-query");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "", "nonsense", "a/b;q", "/"})
    void whoAcceptsNothingThatCanBeReadIsToldSo(String accept) {
        assertThat(http.raw("GET /api/shop/things HTTP/1.1\r\nHost: localhost\r\nAccept: " + accept + "\r\n\r\n"))
                .startsWith("HTTP/1.1 406");
    }

    @Test
    void whatIsNoHttpIsTheCallersMistake() {
        assertThat(http.raw("GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: nonsense\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
        assertThat(http.raw("GET / HTTP/9.9\r\nHost: localhost\r\n\r\n")).startsWith("HTTP/1.1 400");
    }

    @Test
    void tooManyParametersAreRefused() {
        assertThat(http.get("/api/shop/things?" + "step=1&".repeat(150)).status()).isEqualTo(400);
        assertThat(http.get("/api/shop/things?" + "&".repeat(5_000)).status()).isEqualTo(400);
    }

    @Test
    void tellsBrowsersWhatToDoWithEveryAnswer() {
        for (String request : List.of(
                "GET /api/shop/things HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/nothing HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/shop;a HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
                "GET /%2F HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "nonsense\r\n\r\n")) {
            assertThat(http.raw(request)).as(request)
                    .contains("X-Content-Type-Options: nosniff", "X-Frame-Options: DENY", "frame-ancestors 'none'",
                            "Referrer-Policy: no-referrer", "Cross-Origin-Resource-Policy: same-origin");
        }
    }

    private String post(String path, String headers) {
        return http.raw("POST " + path + " HTTP/1.1\r\n" + headers + "\r\nContent-Type: application/json\r\nContent-Length: "
                + THING.length() + "\r\n\r\n" + THING);
    }
}
