package dev.cleave.platform.web.problem;

import dev.cleave.platform.datastore.StoreNotWritable;
import dev.cleave.platform.failure.FailureException;
import dev.cleave.platform.message.Identifier;
import dev.cleave.platform.messaging.CommandNotAnswered;
import dev.cleave.platform.web.problem.Problem.FieldError;
import dev.cleave.platform.web.routing.NearPath;
import dev.cleave.platform.web.routing.RoutedPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns whatever a request ends in into a problem. */
public final class ProblemResolver implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemResolver.class);
    private static final long BETWEEN_WARNINGS = Duration.ofSeconds(20).toNanos();

    private final AtomicLong lastBusy = new AtomicLong(System.nanoTime() - BETWEEN_WARNINGS);
    private static final int MOST_ERRORS = 20;

    private final NearPath near;

    public ProblemResolver(NearPath near) {
        this.near = near;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        Problem problem = problem(exception, request);
        if (exception instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        }
        try {
            Problems.write(problem, request, response);
        } catch (IOException callerGone) {
            LOG.debug("The caller was gone before the answer");
        }
        return new ModelAndView();
    }

    private Problem problem(Exception exception, HttpServletRequest request) {
        return switch (exception) {
            case FailureException refused -> Problem.of(refused.failure());
            case CommandNotAnswered unanswered -> unanswered(unanswered);
            case HttpMessageNotReadableException unreadable -> UnreadableBody.problem(unreadable.getCause());
            case MethodArgumentNotValidException invalid -> invalid(fields(invalid.getBindingResult()));
            case BindException invalid -> malformedParameter(fields((BindingResult) invalid));
            case HandlerMethodValidationException invalid when !invalid.isForReturnValue() -> invalid(invalid);
            case MethodArgumentTypeMismatchException mismatch -> malformedParameter(mismatch);
            case MissingServletRequestParameterException missing ->
                malformedParameter(List.of(new FieldError(missing.getParameterName(), "is required")));
            case MissingRequestValueException missing when !missing.isMissingAfterConversion() ->
                Problem.of(400, "malformed-parameter", "Part of the request is missing.");
            case IllegalArgumentException malformed when UnreadableBody.thrownBy(malformed, Identifier.class) ->
                Problem.of(400, "malformed-parameter", malformed.getMessage() + ".");
            case NoResourceFoundException nothing -> nothingThere(request);
            case NoHandlerFoundException nothing -> nothingThere(request);
            case ErrorResponse known when known.getStatusCode().value() < 500 -> Problem.ofStatus(known.getStatusCode().value());
            case ErrorResponse known when known.getStatusCode().value() == 503 -> Problem.ofStatus(503);
            case StoreNotWritable trouble -> notWritable(trouble);
            case CannotCreateTransactionException busy -> storeBusy(busy);
            case DataAccessResourceFailureException busy -> storeBusy(busy);
            case TransientDataAccessException busy -> storeBusy(busy);
            default -> BrokenTransfer.problem(exception).orElseGet(() -> Mishaps.log(request.getMethod(), exception));
        };
    }

    private Problem nothingThere(HttpServletRequest request) {
        return near.to(RoutedPath.of(request).segments())
                .map(path -> Problem.of(404, "not-found", "There is nothing here. Did you mean " + path + "?"))
                .orElseGet(() -> Problem.ofStatus(404));
    }

    private static Problem unanswered(CommandNotAnswered unanswered) {
        LOG.atLevel(unanswered.fate() == CommandNotAnswered.Fate.UNKNOWN ? Level.WARN : Level.DEBUG)
                .log("A command was not answered ({}): {}", unanswered.fate(), unanswered.getMessage());
        Problem problem = switch (unanswered.fate()) {
            case NOT_DELIVERED -> Problem.of(
                    503, "not-delivered", "The part of the system that decides this is not reachable; nothing was changed.");
            case NOT_STORED -> notStored();
            case OVERLOADED -> Problem.of(503, "overloaded", "The system has too much to do; nothing was changed.");
            case UNKNOWN -> outcomeUnknown();
        };
        return problem.asRetryable();
    }

    /** What to answer while a store can't be written to. Its trouble is in the log and in the health, once. */
    public static Problem notWritable(StoreNotWritable trouble) {
        return (trouble.isOutcomeUnknown() ? outcomeUnknown() : notStored()).asRetryable();
    }

    private static Problem notStored() {
        return Problem.of(503, "not-stored", "Nothing can be stored at present, and nothing was changed. Try again later.");
    }

    private static Problem outcomeUnknown() {
        return Problem.of(
                503, "outcome-unknown",
                "The request may or may not have taken effect. Send it again with the same Idempotency-Key, or look first.");
    }

    private Problem storeBusy(Exception busy) {
        long now = System.nanoTime();
        long last = lastBusy.get();
        if (now - last > BETWEEN_WARNINGS && lastBusy.compareAndSet(last, now)) {
            LOG.warn("A data store did not answer: {}", Mishaps.describe(busy));
        }
        return Problem.ofStatus(503);
    }

    private static Problem invalid(List<FieldError> errors) {
        return Problem.of(400, "malformed-request", "The body is not valid; the errors say where.", bounded(errors));
    }

    private static Problem malformedParameter(List<FieldError> errors) {
        return Problem.of(400, "malformed-parameter", "The URL is not valid; the errors say which of its parameters.",
                bounded(errors));
    }

    private static List<FieldError> bounded(List<FieldError> errors) {
        return errors.size() <= MOST_ERRORS ? errors : List.copyOf(errors.subList(0, MOST_ERRORS));
    }

    private static Problem malformedParameter(MethodArgumentTypeMismatchException mismatch) {
        String message = UnreadableBody.expected(mismatch.getRequiredType());
        Throwable cause = mismatch.getCause();
        for (int depth = 0; cause != null && depth < 5; depth++) {
            if (cause instanceof MalformedParameter malformed) {
                message = malformed.getMessage();
            }
            cause = cause.getCause();
        }
        return malformedParameter(List.of(new FieldError(mismatch.getName(), message)));
    }

    private static Problem invalid(HandlerMethodValidationException invalid) {
        List<FieldError> errors = new ArrayList<>();
        boolean body = false;
        for (ParameterValidationResult result : invalid.getParameterValidationResults()) {
            MethodParameter parameter = result.getMethodParameter();
            body |= parameter.hasParameterAnnotation(RequestBody.class);
            if (result instanceof ParameterErrors nested) {
                String place = nested.getContainerIndex() == null ? "" : "[" + nested.getContainerIndex() + "].";
                fields(nested).forEach(error -> errors.add(new FieldError(place + error.field(), error.message())));
            } else {
                for (MessageSourceResolvable error : result.getResolvableErrors()) {
                    errors.add(new FieldError(nameOf(parameter), String.valueOf(error.getDefaultMessage())));
                }
            }
        }
        return body ? invalid(errors) : malformedParameter(errors);
    }

    private static String nameOf(MethodParameter parameter) {
        PathVariable variable = parameter.getParameterAnnotation(PathVariable.class);
        String name = variable == null || variable.value().isEmpty() ? parameter.getParameterName() : variable.value();
        return name == null ? "?" : name;
    }

    private static List<FieldError> fields(Errors errors) {
        List<FieldError> fields = new ArrayList<>();
        for (org.springframework.validation.FieldError error : errors.getFieldErrors()) {
            String message = error.isBindingFailure() ? "has the wrong form" : String.valueOf(error.getDefaultMessage());
            fields.add(new FieldError(UnreadableBody.bounded(error.getField()), message));
        }
        errors.getGlobalErrors().forEach(error -> fields.add(new FieldError("", String.valueOf(error.getDefaultMessage()))));
        return fields;
    }
}
