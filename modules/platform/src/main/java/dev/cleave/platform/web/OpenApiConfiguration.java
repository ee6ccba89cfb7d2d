package dev.cleave.platform.web;

import com.fasterxml.jackson.databind.JavaType;
import dev.cleave.platform.message.Identifier;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
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
                    .description("Errors are problem details (RFC 9457) with a stable code."));
        };
    }

    @Bean
    GlobalOperationCustomizer problemsKeysAndPages() {
        return (operation, method) -> {
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
                .schema(new StringSchema()));
        operation.addParametersItem(new QueryParameter()
                .name("limit")
                .required(false)
                .schema(new IntegerSchema()
                        ._default(Paging.USUAL)
                        .minimum(BigDecimal.ONE)
                        .maximum(BigDecimal.valueOf(Paging.MOST))));
    }

    private static Schema<?> problem() {
        Schema<?> schema = new ObjectSchema()
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema().description("The status in words."))
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("One sentence for people."))
                .addProperty("instance", new StringSchema())
                .addProperty("code", new StringSchema().description("Stable code for programs, in kebab case."))
                .addProperty("details", new ObjectSchema().additionalProperties(new StringSchema()))
                .addProperty("errors", new ArraySchema().items(new ObjectSchema()
                        .addProperty("field", new StringSchema())
                        .addProperty("message", new StringSchema())))
                .addProperty("retryable", new BooleanSchema().description("Whether the same request may succeed later."))
                .addProperty("reference", new StringSchema().description("Under which the system's log says more."));
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
            if (java != null && java.getRawClass() == Money.class) {
                return new Schema<>().$ref(REFERENCE + MONEY);
            }
            if (java != null && java.getRawClass().isRecord() && Identifier.class.isAssignableFrom(java.getRawClass())) {
                return new StringSchema().minLength(1).maxLength(Identifier.MAX_LENGTH).pattern("[A-Za-z0-9._:-]+");
            }
            return following.hasNext() ? following.next().resolve(type, context, following) : null;
        }
    }
}
