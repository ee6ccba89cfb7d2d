package dev.cleave.platform.web;

import com.fasterxml.jackson.databind.JavaType;
import dev.cleave.platform.message.FailureCode;
import dev.cleave.platform.message.Identifier;
import dev.cleave.platform.message.MailAddress;
import dev.cleave.platform.web.idempotency.IdempotencyFilter;
import dev.cleave.platform.web.paging.Paging;
import dev.cleave.platform.web.problem.Problem;
import dev.cleave.platform.web.problem.Refuses;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.EmailSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Describes in OpenAPI what this room does to every request and answer. */
@AutoConfiguration
@ConditionalOnClass(GlobalOperationCustomizer.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class OpenApiConfiguration {

    private static final String PROBLEM = "Problem";
    private static final String MONEY = "Money";
    private static final String REFERENCE = "#/components/schemas/";
    private static final Set<RequestMethod> CHANGING =
            Set.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE);

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Paging.class);
    }

    /** Whoever opens the system's bare address sees what it offers. */
    @Bean
    WebMvcConfigurer firstPage() {
        return new WebMvcConfigurer() {

            @Override
            public void addViewControllers(ViewControllerRegistry views) {
                views.addRedirectViewController("/", "/swagger-ui.html");
            }
        };
    }

    @Bean
    GlobalOpenApiCustomizer problemsMoneyAndTitle() {
        return api -> {
            if (api.getComponents() == null) {
                api.setComponents(new Components());
            }
            api.getComponents().addSchemas(PROBLEM, problem()).addSchemas(MONEY, money());
            api.info(new Info().title("Cleave").version("1")
                    .description(
                            "Errors are problem details (RFC 9457) with a stable code. Lists come in pages: pass what a page gives as next as after,"
                                    + " with the same other parameters. Give every request that changes something an Idempotency-Key, and it"
                                    + " takes effect once, however often it is sent."));
        };
    }

    @Bean
    GlobalOperationCustomizer problemsKeysAndPages() {
        return (operation, method) -> {
            refusals(operation, method).forEach(
                    (status, codes) -> operation.getResponses().addApiResponse(String.valueOf(status), refused(status, codes)));
            operation.getResponses().addApiResponse("default", new ApiResponse()
                    .description("The request was refused or failed; the code says why.")
                    .content(new Content().addMediaType(
                            Problem.MEDIA_TYPE, new MediaType().schema(new Schema<>().$ref(REFERENCE + PROBLEM)))));
            ApiResponse empty = operation.getResponses().get("204");
            if (empty != null) {
                empty.content(null);
            }
            if (operation.getParameters() != null) {
                operation.getParameters().forEach(OpenApiConfiguration::moneyAsText);
            }
            if (changes(method)) {
                operation.addParametersItem(new HeaderParameter()
                        .name(IdempotencyFilter.HEADER)
                        .required(false)
                        .example("6f1c3f0e-order-536365")
                        .description("Makes the request take effect once, however often it is sent: the same key with the same"
                                + " body gets the same answer.")
                        .schema(new StringSchema().minLength(1).maxLength(255)));
            }
            if (Arrays.stream(method.getMethodParameters()).anyMatch(p -> p.getParameterType() == Paging.class)) {
                addPaging(operation);
            }
            return operation;
        };
    }

    @Bean
    ModelConverter identifiersAndMoney() {
        return new IdentifiersAndMoney();
    }

    /** The codes with which a resource refuses, by status: its context's, and those that any request may meet. */
    private static SortedMap<Integer, Set<String>> refusals(Operation operation, HandlerMethod method) {
        SortedMap<Integer, Set<String>> codes = new TreeMap<>();
        Refuses refuses = method.getMethodAnnotation(Refuses.class);
        if (refuses != null) {
            for (String with : refuses.with()) {
                add(codes, known(refuses.by(), with).kind().status(), with);
            }
        }
        if (method.getMethodParameters().length > 0) {
            add(codes, 400, "malformed-parameter");
        }
        if (operation.getRequestBody() != null) {
            add(codes, 400, "malformed-request");
            add(codes, 413, "body-too-large");
        }
        if (changes(method)) {
            add(codes, 409, "request-in-progress");
            add(codes, 422, "idempotency-key-reused");
        }
        add(codes, 503, "unavailable");
        return codes;
    }

    private static void add(SortedMap<Integer, Set<String>> codes, int status, String code) {
        codes.computeIfAbsent(status, any -> new LinkedHashSet<>()).add(code);
    }

    private static FailureCode known(Class<? extends FailureCode> by, String code) {
        return Arrays.stream(by.getEnumConstants())
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(by.getName() + " has no code " + code));
    }

    private static ApiResponse refused(int status, Set<String> codes) {
        MediaType problem = new MediaType().schema(new Schema<>().$ref(REFERENCE + PROBLEM));
        codes.forEach(code -> problem.addExamples(code, new Example().value(Map.of(
                "type", "about:blank",
                "title", Problem.of(status, code, "").title(),
                "status", status,
                "detail", "One sentence that says what is wrong and what to do next.",
                "code", code))));
        return new ApiResponse()
                .description("Refused: " + String.join(", ", codes) + ".")
                .content(new Content().addMediaType(Problem.MEDIA_TYPE, problem));
    }

    private static boolean changes(HandlerMethod method) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
        return mapping != null && Arrays.stream(mapping.method()).anyMatch(CHANGING::contains);
    }

    private static void moneyAsText(Parameter parameter) {
        if (parameter.getSchema() != null && (REFERENCE + MONEY).equals(parameter.getSchema().get$ref())) {
            parameter.schema(new StringSchema().example("GBP 12.50"));
        }
    }

    private static void addPaging(Operation operation) {
        operation.addParametersItem(new QueryParameter()
                .name("after")
                .required(false)
                .description("Where to go on from: what the previous page gave as next.")
                .example("ODUxMjNB")
                .schema(new StringSchema()));
        operation.addParametersItem(new QueryParameter()
                .name("limit")
                .required(false)
                .description("The most items that the page has.")
                .example(Paging.USUAL)
                .schema(new IntegerSchema()
                        ._default(Paging.USUAL)
                        .minimum(BigDecimal.ONE)
                        .maximum(BigDecimal.valueOf(Paging.MOST))));
    }

    private static Schema<?> problem() {
        Schema<?> schema = new ObjectSchema()
                .addProperty("type", new StringSchema().example("about:blank"))
                .addProperty("title", new StringSchema().description("The status in words.").example("Not Found"))
                .addProperty("status", new IntegerSchema().example(404))
                .addProperty("detail",
                        new StringSchema().description("One sentence for people.").example("There is no such order."))
                .addProperty("instance",
                        new StringSchema().description("The path that was asked for.").example("/api/ordering/orders/4711"))
                .addProperty("code",
                        new StringSchema().description("Stable code for programs, in kebab case.").example("order-unknown"))
                .addProperty("details", new ObjectSchema().additionalProperties(new StringSchema().example("85123A")))
                .addProperty("errors", new ArraySchema().items(new ObjectSchema()
                        .addProperty("field", new StringSchema().example("lines[0].quantity"))
                        .addProperty("message", new StringSchema().example("must be at least 1"))))
                .addProperty("retryable", new BooleanSchema().description("Whether the same request may succeed later."))
                .addProperty("reference",
                        new StringSchema().description("Under which the system's log says more.").example("3f2a9c1e"));
        schema.required(List.of("type", "title", "status", "detail", "code"));
        return schema;
    }

    private static Schema<?> money() {
        Schema<?> schema = new ObjectSchema()
                .addProperty("amount", new StringSchema().pattern("-?[0-9]{1,12}(\\.[0-9]+)?").example("12.50"))
                .addProperty("currency", new StringSchema().description("ISO 4217 code.").pattern("[A-Z]{3}").example("GBP"));
        schema.required(List.of("amount", "currency"));
        return schema;
    }

    private static final class IdentifiersAndMoney implements ModelConverter {

        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> following) {
            JavaType java = type.getType() == null ? null : Json.mapper().constructType(type.getType());
            if (java != null && java.isEnumType()) {
                return annotated(new StringSchema()._enum(texts(java.getRawClass())), type);
            }
            if (java != null && java.getRawClass() == MailAddress.class) {
                return annotated(new EmailSchema().maxLength(MailAddress.MAX_LENGTH), type);
            }
            if (java != null && java.getRawClass() == Money.class) {
                return new Schema<>().$ref(REFERENCE + MONEY);
            }
            if (java != null && java.getRawClass().isRecord() && Identifier.class.isAssignableFrom(java.getRawClass())) {
                return annotated(
                        new StringSchema().minLength(1).maxLength(Identifier.MAX_LENGTH).pattern("[A-Za-z0-9._:-]+"), type);
            }
            return following.hasNext() ? following.next().resolve(type, context, following) : null;
        }

        /** What an enum's constants are in HTTP: their names in kebab case. */
        private static List<String> texts(Class<?> type) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .toList();
        }

        private static Schema<?> annotated(Schema<?> schema, AnnotatedType type) {
            if (type.getCtxAnnotations() != null) {
                for (Annotation annotation : type.getCtxAnnotations()) {
                    if (annotation instanceof io.swagger.v3.oas.annotations.media.Schema said) {
                        if (!said.example().isEmpty()) {
                            schema.setExample(said.example());
                        }
                        if (!said.description().isEmpty()) {
                            schema.setDescription(said.description());
                        }
                    }
                }
            }
            return schema;
        }
    }
}
