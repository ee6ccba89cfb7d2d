package dev.cleave.platform.web.problem;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.databind.json.JsonMapper;

/** Takes a body of which every part may be left out for empty when all of it is left out. */
@ControllerAdvice
public final class AbsentBody extends RequestBodyAdviceAdapter {

    private final JsonMapper json;

    AbsentBody(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return type instanceof Class<?> body && mayBeLeftOut(body);
    }

    @Override
    public @Nullable Object handleEmptyBody(
            @Nullable Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        return json.readValue("{}", (Class<?>) type);
    }

    /** Whether a request may come without a body of this type. */
    static boolean mayBeLeftOut(Class<?> body) {
        return body.isRecord() && Stream.of(body.getRecordComponents()).allMatch(AbsentBody::mayBeLeftOut);
    }

    private static boolean mayBeLeftOut(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
