package dev.cleave.bootstrap.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests to the endpoints that a system describes, each bent in some way; the same ones for a seed. */
final class Fuzz {

    /** Is in most of what is sent, and must not be in a log. */
    static final String MARK = "Zq7fuzz";

    private static final List<String> JUNK = List.of(
            "", " ", MARK, MARK + "%0d%0aERROR " + MARK, "%", "%2", "%zz", "%00", "%ff", "%C3", "%2e%2e", "..", "%2F", "%5C",
            ";a=" + MARK,
            "%25", "a".repeat(90), "x".repeat(9_000), "%E2%82%AC", "%F0%9F%98%80", "'", "\"", "<script>", "{",
            "${jndi:" + MARK + "}",
            "-1", "0", "1", "99999999999999999999", "1e999", "NaN", "true", "null", "2026-13-45", "GBP%201", "newest", "placed",
            "eyJhIjoxfQ", "MDAx", "*", "%0a", "%1b%5B2J", "a%20b", "+", "%e2%80%ae");
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT", "get", MARK, "PRI");
    private static final List<String> HEADERS = List.of(
            "Accept: */*", "Accept: " + MARK, "Accept: text/html", "Accept: a/b;q=x", "Accept: " + "a/b,".repeat(500),
            "Accept: ,",
            "Content-Type: */*", "Content-Type: application/x-www-form-urlencoded", "Content-Type: multipart/form-data",
            "Content-Type: multipart/form-data; boundary=" + MARK, "Content-Type: " + MARK, "Content-Type: text/plain",
            "Content-Type: application/json;charset=" + MARK, "Content-Type: application/json;charset=utf-16", "Content-Type:",
            "Idempotency-Key: " + MARK, "Idempotency-Key:", "Idempotency-Key: " + "k".repeat(300), "Idempotency-Key: \u00fc",
            "Expect: 100-continue", "Expect: " + MARK, "Origin: http://" + MARK, "Sec-Fetch-Site: cross-site", "Host: " + MARK,
            "Host: localhost", "Host: [", "Host: localhost:99999", "Content-Encoding: gzip", "Transfer-Encoding: gzip, chunked",
            "Transfer-Encoding: " + MARK, "Content-Length: -1", "Content-Length: 99999999999999999999", "Content-Length: 5",
            "Content-Length: " + MARK, "Cookie: a=" + MARK + "; b=\"", "Authorization: Basic " + MARK, "Range: bytes=-1",
            "If-None-Match: " + MARK, "If-Modified-Since: " + MARK, "X-Forwarded-For: 127.0.0.1", "Forwarded: for=" + MARK,
            "X-HTTP-Method-Override: DELETE", "traceparent: " + MARK, "b3: " + MARK,
            "traceparent: 00-" + "0".repeat(32) + "-0-01",
            "Accept-Language: " + MARK, "Upgrade: h2c", "Connection: Upgrade, HTTP2-Settings", "HTTP2-Settings: " + MARK,
            "Access-Control-Request-Method: POST", MARK, ": " + MARK, MARK + " : a", "X-" + MARK + ": a\u0000b",
            "X: " + "y".repeat(20_000),
            " folded: " + MARK, "Te: trailers", "Trailer: Content-Length");
    private static final List<String> VALUES = List.of(
            "null", "true", "0", "-1", "1", "1.5", "1e400", "99999999999999999999999", "\"\"", "\" \"", "\"" + MARK + "\"",
            "\"\\u0000\"", "\"\\ud800\"", "\"\\u202e" + MARK + "\"", "\"a\\r\\nERROR " + MARK + "\"", "[]", "{}", "[null]",
            "[[]]",
            "{\"" + MARK + "\":1}", "\"" + "y".repeat(5_000) + "\"", "\"" + MARK + "@example.org\"", "\"GBP\"", "\"tok_ok\"",
            "\"2026-01-01T00:00:00Z\"", "\"\u00fc\u00f1\"", "\"\ud83d\ude00\"", "[" + "[".repeat(40) + "]".repeat(40) + "]");
    private static final List<String> BROKEN = List.of(
            "", "{", "}", "nonsense " + MARK, "{\"a\":", "[", "\u0000", "\ufeff{}", "{}{}", "'a'", "{\"a\":1,\"a\":2}", "NaN",
            "/**/{}",
            "a=" + MARK + "&%=%zz", "--" + MARK + "\r\n\r\n--" + MARK + "--", "\ud800", "1".repeat(2_000));

    private record Operation(String method, String path, List<String> parameters, JsonNode body) {}

    private final Random random;
    private final JsonNode schemas;
    private final List<Operation> operations = new ArrayList<>();

    private Fuzz(JsonNode api, long seed) {
        random = new Random(seed);
        schemas = api.path("components").path("schemas");
        api.path("paths").forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> {
            List<String> parameters = new ArrayList<>();
            operation.path("parameters").forEach(parameter -> {
                if (parameter.path("in").stringValue("").equals("query")) {
                    parameters.add(parameter.path("name").stringValue());
                }
            });
            operations.add(new Operation(method.toUpperCase(Locale.ROOT), path, parameters,
                    operation.path("requestBody").path("content").path("application/json").path("schema")));
        }));
        for (String path : List.of("/actuator", "/actuator/health", "/actuator/processors/{name}", "/actuator/deadletters/{name}",
                "/actuator/metrics/{name}", "/swagger-ui/{file}", "/v3/api-docs", "/error", "/")) {
            operations.add(new Operation("GET", path, List.of("tag"), schemas.path("none")));
        }
        operations.add(new Operation("POST", "/actuator/processors/{name}", List.of("action"), schemas.path("none")));
        operations.add(new Operation("DELETE", "/actuator/deadletters/{name}/{event}", List.of(), schemas.path("none")));
    }

    static Fuzz of(URI description, long seed) throws IOException {
        try (var in = description.toURL().openStream()) {
            return new Fuzz(JsonMapper.shared().readTree(in), seed);
        }
    }

    byte[] next() {
        Operation operation = one(operations);
        String method = oneIn(15) ? one(METHODS) : operation.method();
        String target = path(operation) + query(operation);
        String version = oneIn(80) ? one(List.of("HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/9", MARK, "")) : "HTTP/1.1";
        List<String> headers = new ArrayList<>(List.of("Connection: close"));
        if (!oneIn(50)) {
            headers.add("Host: localhost");
        }
        byte[] body = body(operation);
        if (body.length > 0 || method.equals("POST") || method.equals("PUT")) {
            if (!oneIn(10)) {
                headers.add("Content-Type: application/json");
            }
            if (oneIn(8)) {
                headers.add("Transfer-Encoding: chunked");
                body = chunked(body);
            } else if (!oneIn(40)) {
                headers.add("Content-Length: " + (oneIn(40) ? body.length + random.nextInt(-3, 4) : body.length));
            }
        }
        for (int more = random.nextInt(3); more > 0; more--) {
            headers.add(one(HEADERS));
        }
        if (oneIn(100)) {
            headers.addAll(Collections.nCopies(200, "X-Many: " + MARK));
        }
        Collections.shuffle(headers, random);
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        String end = oneIn(100) ? "\n" : "\r\n";
        request.writeBytes((method + " " + target + " " + version + end + String.join(end, headers) + end + end)
                .getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private String path(Operation operation) {
        StringBuilder path = new StringBuilder();
        for (String segment : operation.path().substring(1).split("/")) {
            path.append(oneIn(60) ? one(List.of("//", "/./", "/../", "/;", "/%2e/", "\\")) : "/");
            if (segment.startsWith("{")) {
                path.append(oneIn(3) ? one(JUNK) : one(List.of("A-1", "a:b", MARK, "01890a5d-ac96-774b-bcce-b302099a8057")));
            } else if (oneIn(40)) {
                path.append('%').append(Integer.toHexString(segment.isEmpty() ? '/' : segment.charAt(0)))
                        .append(segment.isEmpty() ? "" : segment.substring(1));
            } else {
                path.append(oneIn(60) ? segment + one(JUNK) : segment);
            }
        }
        return path.toString();
    }

    private String query(Operation operation) {
        if (!oneIn(3)) {
            return "";
        }
        List<String> parameters = new ArrayList<>();
        for (int more = oneIn(40) ? 150 : random.nextInt(1, 4); more > 0; more--) {
            String name = operation.parameters().isEmpty() || oneIn(6) ? one(JUNK) : one(operation.parameters());
            parameters.add(oneIn(20) ? name : name + "=" + one(JUNK));
        }
        return "?" + String.join("&", parameters);
    }

    private byte[] body(Operation operation) {
        if (operation.body().isMissingNode() && !oneIn(6)) {
            return new byte[0];
        }
        String text = oneIn(6) ? one(BROKEN) : value(operation.body(), 0);
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        if (oneIn(20) && body.length > 0) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return body;
    }

    /** A value of a schema, here and there of none. */
    private String value(JsonNode schema, int depth) {
        if (oneIn(12) || depth > 6) {
            return one(VALUES);
        }
        if (schema.has("$ref")) {
            String reference = schema.path("$ref").stringValue();
            return value(schemas.path(reference.substring(reference.lastIndexOf('/') + 1)), depth + 1);
        }
        if (schema.has("properties")) {
            List<String> properties = new ArrayList<>();
            schema.path("properties").forEachEntry((name, property) -> {
                if (!oneIn(15)) {
                    properties.add("\"" + name + "\":" + value(property, depth + 1));
                }
            });
            if (oneIn(15)) {
                properties.add("\"" + one(List.of(MARK, "", "a b", "\\u0000", "__proto__")) + "\":" + one(VALUES));
            }
            return "{" + String.join(",", properties) + "}";
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size())).toString();
        }
        return switch (schema.path("type").stringValue("")) {
            case "array" -> IntStream.range(0, random.nextInt(3))
                    .mapToObj(i -> value(schema.path("items"), depth + 1))
                    .collect(Collectors.joining(",", "[", "]"));
            case "integer", "number" -> one(List.of("1", "2", "100", "0", "-5", "2147483648"));
            case "boolean" -> one(List.of("true", "false"));
            case "string" ->
                one(List.of("\"A-1\"", "\"GB\"", "\"12.50\"", "\"GBP\"", "\"tok_ok\"", "\"a@example.org\"", "\"" + MARK + "\""));
            default -> one(VALUES);
        };
    }

    private byte[] chunked(byte[] body) {
        String size = oneIn(4) ? one(List.of("zz", "-1", "ffffffffffffffffff", "", "0x5", "5;" + MARK))
                : Integer.toHexString(body.length);
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        chunks.writeBytes((size + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        chunks.writeBytes(body);
        chunks.writeBytes(
                (oneIn(6) ? "" : "\r\n0\r\n" + (oneIn(6) ? MARK + "\r\n" : "") + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        return chunks.toByteArray();
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
