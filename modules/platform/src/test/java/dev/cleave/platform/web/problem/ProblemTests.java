package dev.cleave.platform.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.failure.FailureException;
import dev.cleave.platform.message.FailureKind;
import dev.cleave.platform.messaging.CommandNotAnswered;
import dev.cleave.platform.web.HttpCaller;
import dev.cleave.platform.web.HttpCaller.Reply;
import dev.cleave.platform.web.HttpRoom;
import dev.cleave.platform.web.shop.Bench;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        classes = HttpRoom.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"cleave.data-directory=target/problem-tests/${random.uuid}", "cleave.web.max-body-size=10KB"})
@ExtendWith(OutputCaptureExtension.class)
class ProblemTests {

    private static final String THING =
            "{\"name\":\"cup\",\"price\":{\"amount\":\"1.50\",\"currency\":\"GBP\"},\"lines\":[{\"thing\":\"t-1\",\"quantity\":3}]}";

    @Autowired
    private Bench bench;

    private HttpCaller http;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        http = new HttpCaller(port);
    }

    @AfterEach
    void clear() {
        bench.clear();
    }

    @Test
    void answersWhatIsInOrder() {
        Reply reply = http.post("/api/shop/things", THING);
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Location")).startsWith("/api/shop/things/");
        assertThat(reply.json().get("thing").stringValue()).isEqualTo(bench.created.getFirst());
        assertThat(reply.header("Server")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "3.0", "1e1", "\"3\"", "null", "2147483648", "9999999999999999999999", "true", "[1]", "{}",
        "0", "-1"})
    void refusesAQuantityThatIsNone(String quantity) {
        JsonNode problem = malformed(http.post("/api/shop/things", THING.replace("\"quantity\":3", "\"quantity\":" + quantity)));
        assertThat(problem.get("code").stringValue()).isEqualTo("malformed-request");
        assertThat(problem.get("errors").get(0).get("field").stringValue()).isEqualTo("lines[0].quantity");
        assertThat(problem.get("errors").get(0).get("message").stringValue()).isNotEmpty();
        assertThat(bench.created).isEmpty();
    }

    @Test
    void refusesAMissingQuantity() {
        JsonNode problem = malformed(http.post("/api/shop/things", THING.replace(",\"quantity\":3", "")));
        assertThat(problem.get("errors").get(0).get("field").stringValue()).isEqualTo("lines[0].quantity");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"currency\":\"GBP\"    | \"currency\":\"ZZZ\"       | price",
        "\"currency\":\"GBP\"    | \"currency\":\"GBP\",\"x\":1 | price.x",
        "\"amount\":\"1.50\"     | \"amount\":\"1.505\"       | price",
        "\"amount\":\"1.50\"     | \"amount\":1.50            | price",
        "\"thing\":\"t-1\"       | \"thing\":\"t 1\"          | lines[0].thing",
        "\"thing\":\"t-1\"       | \"thing\":null             | lines[0].thing",
        "\"name\":\"cup\"        | \"name\":\"\"              | name",
        "\"name\":\"cup\"        | \"name\":7                 | name",
        "\"name\":\"cup\"        | \"name\":\"a\\u0000\"      | name",
        "\"name\":\"cup\"        | \"name\":\"a\\ud83d\"      | name",
        "\"name\":\"cup\"        | \"name\":\"cup\",\"q\":1   | q",
        "\"name\":\"cup\"        | \"name\":\"cup\",\"a b\":1 | ?",
        "\"name\":\"cup\"        | \"name\":\"cup\",\"shade\":\"PINK\" | shade",
        "\"name\":\"cup\"        | \"name\":\"a name that is longer than twenty\" | name",
    })
    void saysWhichFieldIsWrong(String part, String instead, String field) {
        JsonNode problem = malformed(http.post("/api/shop/things", THING.replace(part, instead)));
        assertThat(problem.get("code").stringValue()).isEqualTo("malformed-request");
        assertThat(problem.get("errors").get(0).get("field").stringValue()).isEqualTo(field);
    }

    @Test
    void saysNothingOfTheValuesThatItRefuses() {
        Reply reply = http.post("/api/shop/things", THING.replace("\"t-1\"", "\"Jane Doe jane@example.org\""));
        assertThat(reply.body()).doesNotContain("Jane").contains("A thing's id may hold only");
        assertThat(http.post("/api/shop/things", THING.replace("\"lines\"", "\"jane@example.org\"")).body())
                .doesNotContain("jane");
        assertThat(http.post("/api/shop/things", THING.replace("1.50", "Jane")).body()).doesNotContain("Jane");
        assertThat(http.post("/api/shop/things", "Jane").body()).doesNotContain("Jane");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "nonsense", "[]", "5", "\"a\"", "null", "{}{}", "{\"name\":\"a\",\"name\":\"b\"}", "{'name':1}"})
    void refusesWhatIsNoBody(String body) {
        assertThat(malformed(http.post("/api/shop/things", body)).get("code").stringValue()).isEqualTo("malformed-request");
    }

    @Test
    void refusesNestingBombsAndEndlessNumbers() {
        malformed(http.post("/api/shop/things", "[".repeat(5_000)));
        malformed(http.post("/api/shop/things", THING.replace("\"lines\":[", "\"lines\":[" + "[".repeat(500))));
        malformed(http.post("/api/shop/things", THING.replace(":3", ":" + "3".repeat(5_000))));
        malformed(http.post("/api/shop/things", "{\"" + "n".repeat(5_000) + "\":1}"));
    }

    @Test
    void saysHowManyItemsAreTooMany() {
        String line = "{\"thing\":\"t-1\",\"quantity\":3}";
        JsonNode problem = malformed(http.post(
                "/api/shop/things", THING.replace(line, String.join(",", List.of(line, line, line, line)))));
        assertThat(problem.get("errors").get(0).get("field").stringValue()).isEqualTo("lines");
    }

    @Test
    void refusesBodiesOverTheLimitWithAndWithoutALength() {
        String body = THING.replace("cup", "c".repeat(11_000));
        for (Reply reply : List.of(http.post("/api/shop/things", body), http.postInPieces("/api/shop/things", body),
                http.postInPieces("/api/shop/things", body, "Idempotency-Key", "too-large"))) {
            assertThat(problem(reply, 413).get("code").stringValue()).isEqualTo("body-too-large");
        }
        assertThat(http.postInPieces("/api/shop/things", THING).status()).isEqualTo(201);
    }

    @Test
    void refusesOtherMediaTypesMethodsAndPaths() {
        for (String type : List.of("text/plain", "application/yaml", "application/xml", "application/x-www-form-urlencoded")) {
            assertThat(code(http.send("POST", "/api/shop/things", THING, "Content-Type", type), 415))
                    .isEqualTo("unsupported-media-type");
        }
        Reply method = http.send("PATCH", "/api/shop/things", THING, "Content-Type", "application/json");
        assertThat(code(method, 405)).isEqualTo("method-not-allowed");
        assertThat(method.header("Allow")).contains("POST");
        assertThat(code(http.send("GET", "/api/shop/things/t-1", null, "Accept", "text/html"), 406)).isEqualTo("not-acceptable");
        assertThat(code(http.send("GET", "/api/shop/things/t-1", null, "Accept", "application/yaml"), 406))
                .isEqualTo("not-acceptable");
        assertThat(code(http.get("/api/shop/nothing"), 404)).isEqualTo("not-found");
        assertThat(code(http.get("/api/nothing"), 404)).isEqualTo("not-found");
        assertThat(code(http.get("/"), 404)).isEqualTo("not-found");
        assertThat(code(http.get("/error"), 404)).isEqualTo("not-found");
        assertThat(code(http.send("TRACE", "/api/shop/things", null), 405)).isEqualTo("method-not-allowed");
        assertThat(http.raw("TRACE /api/shop/things?a=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405");
        assertThat(http.raw("GET /actuator/health HTTP/1.1\r\nHost: localhost\r\nContent-Type: */*\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 415");
    }

    @Test
    void refusesMalformedIdentifiersAndParameters() {
        assertThat(parameter(http.get("/api/shop/things/a%20b"))).isEqualTo("thing");
        assertThat(parameter(http.get("/api/shop/things/" + "x".repeat(81)))).isEqualTo("thing");
        assertThat(parameter(http.get("/api/shop/things?like=a%20b"))).isEqualTo("like");
        assertThat(parameter(http.get("/api/shop/things?price=GBP"))).isEqualTo("price");
        assertThat(parameter(http.get("/api/shop/things?price=ZZZ%201"))).isEqualTo("price");
        assertThat(parameter(http.get("/api/shop/things?step=x"))).isEqualTo("step");
        assertThat(parameter(http.get("/api/shop/things?step=10"))).isEqualTo("step");
        assertThat(parameter(http.get("/api/shop/things?step=2147483648"))).isEqualTo("step");
        assertThat(http.get("/api/shop/things?price=GBP%201.5&like=a&step=2").status()).isEqualTo(200);
    }

    @Test
    void turnsAFailureIntoItsKindsStatus() {
        for (FailureKind kind : FailureKind.values()) {
            bench.handler = () -> {
                throw new FailureException(new Failure("shelf-full", kind, "The shelf is full.", Map.of("shelf", "s-1"), false));
            };
            JsonNode problem = problem(http.post("/api/shop/things", THING), kind.status());
            assertThat(problem.get("code").stringValue()).isEqualTo("shelf-full");
            assertThat(problem.get("detail").stringValue()).isEqualTo("The shelf is full.");
            assertThat(problem.get("details").get("shelf").stringValue()).isEqualTo("s-1");
            assertThat(problem.get("instance").stringValue()).isEqualTo("/api/shop/things");
        }
    }

    @Test
    void saysThatAFailureMayPass() {
        bench.handler = () -> {
            throw new FailureException(new Failure("not-yet", FailureKind.CONFLICT, "Not yet.", Map.of(), true));
        };
        Reply reply = http.post("/api/shop/things", THING);
        assertThat(problem(reply, 409).get("retryable").booleanValue()).isTrue();
        assertThat(reply.header("Retry-After")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({"NOT_DELIVERED,not-delivered", "NOT_STORED,not-stored", "OVERLOADED,overloaded", "UNKNOWN,outcome-unknown"})
    void saysWhatIsKnownOfACommandWithoutAnAnswer(CommandNotAnswered.Fate fate, String code) {
        bench.handler = () -> {
            throw new CommandNotAnswered(fate, "secret", null);
        };
        Reply reply = http.post("/api/shop/things", THING);
        assertThat(code(reply, 503)).isEqualTo(code);
        assertThat(reply.header("Retry-After")).isEqualTo("1");
        assertThat(reply.body()).doesNotContain("secret");
    }

    @Test
    void tellsNothingOfWhatNobodyForesaw(CapturedOutput log) {
        List<Supplier<Object>> mishaps = List.of(
                () -> {
                    throw new IllegalStateException("secret");
                },
                () -> {
                    throw new IllegalArgumentException("secret");
                },
                () -> {
                    throw new StackOverflowError("secret");
                },
                () -> {
                    throw new DataIntegrityViolationException("SELECT secret", new SQLException("secret", "23505", 5));
                });
        for (Supplier<Object> mishap : mishaps) {
            bench.handler = mishap;
            Reply reply = http.post("/api/shop/things", THING);
            JsonNode problem = problem(reply, 500);
            assertThat(problem.get("code").stringValue()).isEqualTo("internal-error");
            assertThat(reply.body()).doesNotContain("secret");
            assertThat(log.getOut()).contains(problem.get("reference").stringValue());
        }
        assertThat(log.getOut()).contains("SQL state 23505").doesNotContain("SELECT secret");
    }

    @Test
    void saysWhenTheStoreIsBusy() {
        bench.handler = () -> {
            throw new QueryTimeoutException("SELECT secret");
        };
        assertThat(code(http.post("/api/shop/things", THING), 503)).isEqualTo("unavailable");
    }

    @Test
    void answersInProblemsToWhatNeverReachesAController() {
        for (String request : List.of(
                "GET /api/shop/things?a=<b> HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/shop/..%2f..%2fthings HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/shop/things%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GE T / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nBig: " + "b".repeat(40_000) + "\r\n\r\n",
                "POST /api/shop/things HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n",
                "nonsense\r\n\r\n")) {
            String answer = http.raw(request);
            assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
            assertThat(answer).doesNotContainIgnoringCase("tomcat").doesNotContain("<html").doesNotContain("apache", "Exception");
        }
    }

    private static JsonNode malformed(Reply reply) {
        return problem(reply, 400);
    }

    private static String code(Reply reply, int status) {
        return problem(reply, status).get("code").stringValue();
    }

    private static String parameter(Reply reply) {
        JsonNode problem = problem(reply, 400);
        assertThat(problem.get("code").stringValue()).isEqualTo("malformed-parameter");
        return problem.get("errors").get(0).get("field").stringValue();
    }

    private static JsonNode problem(Reply reply, int status) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.body())
                .doesNotContain("Exception", "dev.cleave", "java.", "springframework", "jackson", "SELECT", "\tat ");
        JsonNode problem = reply.json();
        assertThat(problem.get("type").stringValue()).isEqualTo("about:blank");
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("title").stringValue()).isNotEmpty();
        assertThat(problem.get("detail").stringValue()).isNotEmpty();
        assertThat(problem.get("code").stringValue()).matches("[a-z]+(-[a-z]+)*");
        return problem;
    }
}
