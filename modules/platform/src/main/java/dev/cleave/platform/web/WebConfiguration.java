package dev.cleave.platform.web;

import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.json.BoundedLists;
import dev.cleave.platform.json.Json;
import dev.cleave.platform.placement.Context;
import dev.cleave.platform.placement.Placement;
import dev.cleave.platform.processing.Lags;
import dev.cleave.platform.telemetry.Tracing;
import dev.cleave.platform.time.StoreTimes;
import dev.cleave.platform.web.door.FrontDoor;
import dev.cleave.platform.web.door.ListeningNotice;
import dev.cleave.platform.web.door.LocalOnlyGuard;
import dev.cleave.platform.web.door.LocalOnlyGuard.Inspection;
import dev.cleave.platform.web.door.ProblemReportValve;
import dev.cleave.platform.web.idempotency.ContextStoredAnswers;
import dev.cleave.platform.web.idempotency.IdempotencyFilter;
import dev.cleave.platform.web.idempotency.IdempotencyKeys;
import dev.cleave.platform.web.idempotency.PresentRequest;
import dev.cleave.platform.web.idempotency.StoredAnswers;
import dev.cleave.platform.web.intake.AnswerFilter;
import dev.cleave.platform.web.intake.BodyFilter;
import dev.cleave.platform.web.intake.BusyFilter;
import dev.cleave.platform.web.intake.Intake;
import dev.cleave.platform.web.intake.PayloadMemory;
import dev.cleave.platform.web.intake.ProcessStarts;
import dev.cleave.platform.web.ownwrites.OwnWrites;
import dev.cleave.platform.web.ownwrites.ViewOwnWrites;
import dev.cleave.platform.web.ownwrites.ViewProgress;
import dev.cleave.platform.web.paging.PagingArgument;
import dev.cleave.platform.web.problem.AbsentBody;
import dev.cleave.platform.web.problem.ParameterConverters;
import dev.cleave.platform.web.problem.ProblemErrorController;
import dev.cleave.platform.web.problem.ProblemResolver;
import dev.cleave.platform.web.routing.NearPath;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.beans.factory.InjectionPoint;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Scope;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** What stands between a caller and a context's controllers. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration",
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(WebProperties.class)
@Import({ProblemErrorController.class, AbsentBody.class, DoorConfiguration.class})
class WebConfiguration {

    private static final String API = "/api/*";
    private static final int SHARE_OF_HEAP = 16;
    private static final int FEWEST_LARGE_BODIES = 2;
    private static final int BEFORE_ALL_ELSE = Ordered.HIGHEST_PRECEDENCE + 100;

    @Bean
    JsonMapperBuilderCustomizer strictRequests(WebProperties properties, ObjectProvider<Validator> validator) {
        return builder -> Json.forRequests(builder)
                .addModule(new BoundedLists(properties.maxListItems(), () -> Optional.ofNullable(validator.getIfUnique())));
    }

    @Bean
    JsonFactoryBuilderCustomizer boundedRequests() {
        return Json::bounded;
    }

    /** Bodies are JSON. What else the class path could read and write would go past the strict JSON mapper. */
    @Bean
    ServerHttpMessageConvertersCustomizer bodiesInJsonOnly() {
        return converters -> converters.configureMessageConvertersList(
                list -> list.removeIf(converter -> converter.getSupportedMediaTypes().stream()
                        .noneMatch(type -> type.includes(MediaType.APPLICATION_JSON))));
    }

    @Bean
    WebMvcConfigurer problemsAndParameters(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return new WebMvcConfigurer() {

            @Override
            public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
                // After the handlers that controllers declare, before Spring's own.
                resolvers.add(Math.min(1, resolvers.size()), new ProblemResolver(new NearPath(mappings)));
            }

            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverter(new ParameterConverters.ToIdentifier());
                registry.addConverter(new ParameterConverters.ToMoney());
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new PagingArgument());
            }
        };
    }

    /**
     * Before whatever a request is routed to, the actuator included, on each port.
     *
     * @param inspection who may look at what is kept to this machine, beside the actuator
     */
    @Bean
    MappedInterceptor localOnlyGuard(
            @Value("${cleave.web.inspection:this-machine}") Inspection inspection,
            ObjectProvider<PathMappedEndpoints> endpoints) {
        return new MappedInterceptor(null, new LocalOnlyGuard(inspection, endpoints));
    }

    @Bean
    MappedInterceptor parametersGuard(ObjectProvider<PathMappedEndpoints> endpoints) {
        return new MappedInterceptor(null, new ParametersGuard(endpoints));
    }

    /** Files are the parts of pages; of all else browsers are told to make nothing. */
    @Bean
    MappedInterceptor pages() {
        return new MappedInterceptor(null, new HandlerInterceptor() {

            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                if (handler instanceof ResourceHttpRequestHandler) {
                    FrontDoor.asPage(response);
                }
                return true;
            }
        });
    }

    /** After Spring's own filter that begins the trace. */
    @Bean
    FilterRegistrationBean<LogContextFilter> logContextFilter(Tracing tracing, Placement placement) {
        Set<String> contexts = placement.known().stream().map(Context::name).collect(Collectors.toUnmodifiableSet());
        return filter(new LogContextFilter(tracing, contexts), -1, API);
    }

    @Bean
    FilterRegistrationBean<BusyFilter> busyFilter(
            WebProperties properties,
            Lags lags,
            ObjectProvider<RequestMappingHandlerMapping> mappings,
            ObjectProvider<MeterRegistry> meters) {
        return filter(new BusyFilter(properties.maxConcurrentRequests(),
                new Intake(lags, new ProcessStarts(mappings), properties.maxLag(), properties.maxHeldRequests(),
                        properties.patience()),
                meters.getIfAvailable(SimpleMeterRegistry::new)), 0, API);
    }

    @Bean
    PayloadMemory payloadMemory(WebProperties properties) {
        DataSize given = properties.maxPayloadMemory();
        return new PayloadMemory(given == null
                ? Math.max(FEWEST_LARGE_BODIES * properties.maxBodySize().toBytes(),
                        Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP)
                : given.toBytes());
    }

    /** Outside of all that holds a place. */
    @Bean
    FilterRegistrationBean<AnswerFilter> answerFilter(WebProperties properties, PayloadMemory memory) {
        return filter(new AnswerFilter(properties.transferTimeout(), memory), -3, API);
    }

    @Bean
    FilterRegistrationBean<BodyFilter> bodyFilter(WebProperties properties, PayloadMemory memory) {
        return filter(new BodyFilter(properties.maxBodySize().toBytes(), properties.transferTimeout(), memory), -2, "/*");
    }

    /** A thread costs next to nothing, so that a connection on which little moves takes none away from others. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> threadPerRequest() {
        return factory -> factory.addProtocolHandlerCustomizers(
                protocol -> protocol.setExecutor(new VirtualThreadExecutor("http-")));
    }

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
            IdempotencyKeys keys, PresentRequest present, WebProperties properties) {
        return filter(new IdempotencyFilter(keys, present, properties.idempotencyWait()), 2, API);
    }

    @Bean
    IdempotencyKeys idempotencyKeys(
            DataStores stores, Placement placement, WebProperties properties, ObjectProvider<StoreTimes> times,
            ObjectProvider<Clock> clock) {
        return new IdempotencyKeys(stores, placement, properties.idempotencyClaim(), properties.idempotencyKeyExpiry(),
                properties.idempotencyPurgeInterval(),
                context -> clock.getIfAvailable(() -> times.getObject().of(context)));
    }

    @Bean
    PresentRequest presentRequest() {
        return new PresentRequest();
    }

    @Bean
    @Scope("prototype")
    StoredAnswers storedAnswers(InjectionPoint point, Placement placement, IdempotencyKeys keys) {
        String context = placement.heldBy(point.getMember().getDeclaringClass()).name();
        return new ContextStoredAnswers(() -> keys.of(context).orElseThrow());
    }

    @Bean
    ViewProgress viewProgress() {
        return new ViewProgress();
    }

    @Bean
    @Scope("prototype")
    OwnWrites ownWrites(InjectionPoint point, Placement placement, ViewProgress progress, WebProperties properties) {
        String context = placement.heldBy(point.getMember().getDeclaringClass()).name();
        return new ViewOwnWrites(context, progress, properties.ownWriteTimeout());
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTomcat() {
        return factory -> factory.addContextCustomizers(context -> {
            StandardHost host = (StandardHost) context.getParent();
            host.setErrorReportValveClass("");
            host.getPipeline().addValve(new ProblemReportValve());
        });
    }

    @Bean
    ListeningNotice listeningNotice(ServerProperties server) {
        return new ListeningNotice(server);
    }

    private static <F extends OncePerRequestFilter> FilterRegistrationBean<F> filter(F filter, int place, String pattern) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(BEFORE_ALL_ELSE + place);
        registration.addUrlPatterns(pattern);
        return registration;
    }
}
