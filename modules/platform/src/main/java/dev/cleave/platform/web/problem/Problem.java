package dev.cleave.platform.web.problem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cleave.platform.failure.Failure;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * An error as callers see it (RFC 9457).
 *
 * @param type always {@code about:blank}; programs go by the code
 * @param title the status in words
 * @param status the HTTP status
 * @param detail one sentence for people
 * @param instance the path of the request, unless it is long
 * @param code stable code in kebab case for programs
 * @param details named facts for programs
 * @param errors what is wrong with which field of the request
 * @param retryable whether the same request may succeed later
 * @param reference under which the log says more
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        String code,
        Map<String, String> details,
        List<FieldError> errors,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean retryable,
        @Nullable String reference) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final int MOST_ERRORS = 20;

    /** What is wrong with one field. */
    public record FieldError(String field, String message) {}

    public Problem {
        errors = errors.stream().limit(MOST_ERRORS).toList();
    }

    public static Problem of(int status, String code, String detail) {
        return new Problem("about:blank", title(status), status, detail, null, code, Map.of(), List.of(), false, null);
    }

    public static Problem of(int status, String code, String detail, List<FieldError> errors) {
        return new Problem("about:blank", title(status), status, detail, null, code, Map.of(), errors, false, null);
    }

    public static Problem of(Failure failure) {
        int status = failure.kind().status();
        return new Problem(
                "about:blank", title(status), status, failure.message(), null, failure.code(), failure.details(), List.of(),
                failure.retryable(), null);
    }

    /** What is known of an error of which only the status is. */
    public static Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> of(400, "malformed-request", "The request makes no sense as it stands.");
            case 404 -> of(404, "not-found", "There is nothing here.");
            case 405 -> of(405, "method-not-allowed", "This resource does not take that method.");
            case 406 -> of(406, "not-acceptable", "Answers are given as application/json only.");
            case 408 -> of(408, "request-timeout", "The request did not arrive in time.");
            case 413 -> of(413, "body-too-large", "The body is larger than this system takes.");
            case 414 -> of(414, "address-too-long", "The address is longer than this system takes.");
            case 415 -> of(415, "unsupported-media-type", "Bodies are taken as application/json only.");
            case 431 -> of(431, "headers-too-large", "The headers are larger than this system takes.");
            case 503 -> of(503, "unavailable", "The system can't answer now. Try again in a moment.").asRetryable();
            default -> status < 500
                    ? of(status, "refused", "The request was refused.")
                    : of(status, "internal-error", "Something went wrong on our side.");
        };
    }

    public Problem asRetryable() {
        return new Problem(type, title, status, detail, instance, code, details, errors, true, reference);
    }

    Problem at(@Nullable String path) {
        return new Problem(type, title, status, detail, path, code, details, errors, retryable, reference);
    }

    Problem referringTo(String logEntry) {
        return new Problem(type, title, status, detail, instance, code, details, errors, retryable, logEntry);
    }

    /** Whether a repetition of the request may end otherwise, so that the answer is nothing to be kept. */
    @JsonIgnore
    boolean isPassing() {
        return retryable || status >= 500 || status == 429 || status == 408;
    }

    private static String title(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }
}
