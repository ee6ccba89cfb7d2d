package dev.cleave.bootstrap.proof.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.AbstractIntegerAssert;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the system answered to a request. */
public record Answer(String request, int status, HttpHeaders headers, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** A text in the answer; empty where there is none. */
    public String text(String property) {
        return json().path(property).asString("");
    }

    /** The stable code of a refusal; empty for an answer that is none, or not the system's own. */
    public String code() {
        boolean problem = headers.firstValue("Content-Type").orElse("").startsWith("application/problem+json");
        return status < 400 || !problem ? "" : text("code");
    }

    /** Whether it was done, be it now or before: a command may arrive twice, and its second answer says so. */
    public boolean isAccepted() {
        return status < 300;
    }

    public boolean isBehind() {
        return headers.firstValue("Cleave-View").filter("behind"::equals).isPresent();
    }

    /** When to ask again, if the system had too much to do and accepted nothing, or has yet to hear of a product that is listed. */
    public Optional<Duration> comeBackAfter() {
        return status == 503 && Set.of("overloaded", "events-unattended").contains(code())
                || code().equals("product-not-yet-known")
                        ? headers.firstValue("Retry-After").map(Long::parseLong).map(Duration::ofSeconds)
                        : Optional.empty();
    }

    public Answer expect(int expected) {
        status(expected);
        return this;
    }

    private AbstractIntegerAssert<?> status(int expected) {
        return assertThat(status).as("%s was answered %d: %s", request, status, body).isEqualTo(expected);
    }

    /** Asserts a refusal: a problem as RFC 9457 has it, with this status and code, and nothing of our inside. */
    public Answer expect(int expected, String code) {
        status(expected);
        assertThat(headers.firstValue("Content-Type").orElse("")).as(request).startsWith("application/problem+json");
        JsonNode problem = json();
        assertThat(problem.path("status").asInt(0)).as(body).isEqualTo(expected);
        assertThat(problem.path("title").asString("")).as(body).isNotBlank();
        assertThat(problem.path("detail").asString("")).as(body).isNotBlank();
        assertThat(code()).as(body).isEqualTo(code);
        assertThat(body).as("a problem names no class and shows no trace")
                .doesNotContain("dev.cleave", "java.", "Exception", "tools.jackson", "springframework", "\tat ", "$");
        return this;
    }
}
